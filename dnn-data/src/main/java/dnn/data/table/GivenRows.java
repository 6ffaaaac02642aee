package dnn.data.table;

import dnn.api.data.TableFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that a program holds as values by the names of their columns, taken as the rows of a table. */
public final class GivenRows {
    private GivenRows() {}

    /**
     * A table of these rows, counted from 1 in problems.
     *
     * @param rows values by name: numbers, truth values, and anything else by its text; null stands for a missing cell,
     *     as does a name that only other rows have
     * @param name what the table is called in problems
     * @param wanted columns to take
     * @param format whose further words for missing cells and whose decimal sign hold for texts
     * @param numbers how those of the table that was trained on are written, and those in texts
     */
    public static DataTable of(
            List<? extends Map<String, ?>> rows,
            String name,
            TableRows.Wanted wanted,
            TableFormat format,
            NumberWriting numbers) {
        CellRules rules = Dialect.of(format, new ArrayList<>()).rulesOfTexts(numbers);
        Map<String, ColumnBuilder> builders = new LinkedHashMap<>();
        for (String column : names(rows)) {
            wanted.builder(column).ifPresent(builder -> {
                builder.follow(rules);
                builders.put(column, builder);
            });
        }
        long row = 0;
        for (Map<String, ?> values : rows) {
            row++;
            for (Map.Entry<String, ColumnBuilder> builder : builders.entrySet()) {
                Object value = values.get(builder.getKey());
                boolean plain = wanted.asNumbers().contains(builder.getKey());
                if (plain && value instanceof Number number && Double.isFinite(number.doubleValue())) {
                    builder.getValue().add(number.doubleValue(), row);
                } else {
                    builder.getValue().add(text(value), row);
                }
            }
        }
        return new DataTable(
                name, builders.values().stream().map(ColumnBuilder::build).toList(), rows.size());
    }

    /** The names that any of the rows has, in the order of their first appearance. */
    public static List<String> names(Collection<? extends Map<String, ?>> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.keySet()));
        return List.copyOf(names);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? new BigDecimal(value.toString()).toString() : notFinite(number);
        }
        return value.toString();
    }

    private static String notFinite(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        return number > 0 ? "inf" : "-inf";
    }
}
