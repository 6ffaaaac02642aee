package dnn.data.column;

import dnn.api.profile.CellFormat;
import dnn.data.table.Cells;
import dnn.data.table.CodedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the ways in which most cells of a column can be read. A format is one of the column where it reads at least
 * nine of ten cells that are there, and at least one that is no plain number.
 */
final class FormatSearch {
    private static final long ONE_IN = 10;

    /** Of so many different other texts at most, each this often, the others are categories, and so are the numbers. */
    private static final int FEW_TEXTS = 20;

    private static final long LEAST_OF_A_CATEGORY = 5;

    private final CodedColumn column;
    private final List<String> texts;
    private final boolean[] absent;
    private final long present;
    private final boolean anyPlain;

    /**
     * A search.
     *
     * @param column the texts
     * @param anyPlain whether a format may be one of plain numbers alone
     */
    FormatSearch(CodedColumn column, boolean anyPlain) {
        this.column = column;
        this.anyPlain = anyPlain;
        this.texts = column.texts();
        this.absent = new boolean[texts.size()];
        long cells = 0;
        for (int code = 0; code < absent.length; code++) {
            absent[code] = Cells.isMissingAmongNumbers(texts.get(code));
            cells += absent[code] ? 0 : column.count(code);
        }
        this.present = cells;
    }

    /** Those of these formats that read most cells, each with its mark. */
    List<ColumnFormat> formats(Collection<CellFormat> candidates) {
        List<ColumnFormat> found = new ArrayList<>();
        for (CellFormat format : candidates) {
            Optional<ColumnFormat> marked = marked(format);
            marked.filter(this::readsMost).ifPresent(found::add);
        }
        return found;
    }

    /** A format with the mark that most of the cells which it reads have. */
    Optional<ColumnFormat> marked(CellFormat format) {
        if (!ColumnFormat.isOfNumbers(format)) {
            return Optional.of(new ColumnFormat(format));
        }
        Map<String, Long> cellsOf = new HashMap<>();
        for (int code = 0; code < absent.length; code++) {
            if (!absent[code]) {
                long cells = column.count(code);
                Quantity.of(texts.get(code))
                        .filter(quantity -> !Double.isNaN(quantity.number(format == CellFormat.DECIMAL_COMMA)))
                        .ifPresent(quantity -> cellsOf.merge(quantity.mark(), cells, Long::sum));
            }
        }
        return cellsOf.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new ColumnFormat(format, entry.getKey()));
    }

    private boolean readsMost(ColumnFormat format) {
        long read = 0;
        boolean more = anyPlain;
        List<Long> others = new ArrayList<>();
        for (int code = 0; code < absent.length; code++) {
            if (absent[code]) {
                continue;
            }
            if (Double.isNaN(format.number(texts.get(code)))) {
                others.add(column.count(code));
            } else {
                read += column.count(code);
                more |= Double.isNaN(Cells.number(texts.get(code)));
            }
        }
        boolean categories = !others.isEmpty()
                && texts.size() <= FEW_TEXTS
                && others.stream().allMatch(cells -> cells >= LEAST_OF_A_CATEGORY);
        return more && !categories && ONE_IN * (present - read) <= present;
    }

    /** The code of the first text that two formats read differently, where both read it. */
    Optional<Integer> difference(ColumnFormat one, ColumnFormat other) {
        for (int code = 0; code < absent.length; code++) {
            double first = one.number(texts.get(code));
            double second = other.number(texts.get(code));
            if (!absent[code] && !Double.isNaN(first) && !Double.isNaN(second) && first != second) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** Tells whether a format reads a cell that another does not. */
    boolean readsMore(ColumnFormat one, ColumnFormat other) {
        for (int code = 0; code < absent.length; code++) {
            if (!absent[code]
                    && !Double.isNaN(one.number(texts.get(code)))
                    && Double.isNaN(other.number(texts.get(code)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The codes of two texts that are written in different ways, where each of nine of ten cells is written in some:
     * with a mark that is no letter beside the digits, as a date, as a time.
     */
    Optional<int[]> mixture() {
        long written = 0;
        int first = CodedColumn.MISSING;
        int other = CodedColumn.MISSING;
        String way = "";
        for (int code = 0; code < absent.length; code++) {
            if (absent[code]) {
                continue;
            }
            String its = way(texts.get(code));
            if (its.isEmpty()) {
                continue;
            }
            written += column.count(code);
            if (first == CodedColumn.MISSING) {
                first = code;
                way = its;
            } else if (other == CodedColumn.MISSING && !its.equals(way)) {
                other = code;
            }
        }
        return other != CodedColumn.MISSING && ONE_IN * (present - written) <= present
                ? Optional.of(new int[] {first, other})
                : Optional.empty();
    }

    private static String way(String text) {
        for (CellFormat format : CellFormat.values()) {
            if (!ColumnFormat.isOfNumbers(format) && !Double.isNaN(WrittenDates.number(format, text))) {
                return format.name();
            }
        }
        Optional<Quantity> quantity = Quantity.of(text).filter(Quantity::apart);
        return Arrays.asList(false, true).stream()
                .filter(comma ->
                        quantity.isPresent() && !Double.isNaN(quantity.get().number(comma)))
                .findFirst()
                .map(comma -> "number " + quantity.orElseThrow().mark())
                .orElse("");
    }
}
