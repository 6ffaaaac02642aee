package dnn.data.column;

import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem.BadCells.Kind;
import dnn.data.table.Cells;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import dnn.data.table.NumericColumn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rule by which the cells of a column are read as numbers.
 *
 * @param type numbers as they stand; 1 and 0 for true and false; days since 1970-01-01 for dates; the place in an order
 * @param order the values of an ordinal column, the least first
 * @param format how they are written, where they are not plain numbers or ISO 8601
 */
public record CellReading(ColumnType type, List<String> order, Optional<ColumnFormat> format) {
    /** Numbers as they stand. */
    public static final CellReading NUMBER = new CellReading(ColumnType.NUMERIC, List.of());

    private static final List<Map<String, Double>> TRUTH_WORDS = List.of(
            Map.of("true", 1.0, "false", 0.0),
            Map.of("yes", 1.0, "no", 0.0),
            Map.of("t", 1.0, "f", 0.0),
            Map.of("y", 1.0, "n", 0.0),
            Map.of("on", 1.0, "off", 0.0),
            Map.of("1", 1.0, "0", 0.0));

    public CellReading {
        order = List.copyOf(order);
    }

    /** Cells that are written as usual. */
    public CellReading(ColumnType type, List<String> order) {
        this(type, order, Optional.empty());
    }

    /** Tells whether cells are numbers as they stand. */
    public boolean isPlain() {
        return type == ColumnType.NUMERIC && format.isEmpty();
    }

    /** Tells whether numbers lie on a scale, so that a value between two of them means something. */
    public boolean isMeasured() {
        return type == ColumnType.NUMERIC || type == ColumnType.DATE_TIME;
    }

    /** The number of each text; NaN for a text that means none. */
    public double[] numbers(List<String> texts) {
        return switch (type) {
            case BOOLEAN -> texts.stream().mapToDouble(CellReading::truth).toArray();
            case DATE_TIME -> texts.stream().mapToDouble(DateTimes::days).toArray();
            case ORDINAL -> places(texts);
            case NUMERIC, CATEGORICAL, TEXT ->
                texts.stream().mapToDouble(Cells::number).toArray();
        };
    }

    private double[] places(List<String> texts) {
        int[] places = Labels.indices(order, texts);
        double[] numbers = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            numbers[i] = places[i] == Labels.UNKNOWN ? Double.NaN : places[i];
        }
        return numbers;
    }

    private static double truth(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return TRUTH_WORDS.stream()
                .filter(pair -> pair.containsKey(word))
                .findFirst()
                .map(pair -> pair.get(word))
                .orElse(Double.NaN);
    }

    /** Tells whether the texts are words of one pair for true and false, other than 1 and 0. */
    static boolean areTruthWords(List<String> texts) {
        return TRUTH_WORDS.stream()
                .filter(pair -> !pair.containsKey("1"))
                .anyMatch(pair -> texts.stream().allMatch(text -> pair.containsKey(text.toLowerCase(Locale.ROOT))));
    }

    /** The column's cells as numbers. */
    public Column read(Column column) {
        if (isPlain()) {
            return column;
        }
        if (format.isPresent()) {
            return Formats.read(column, format.get());
        }
        CodedColumn coded = column.coded();
        return NumericColumn.meaning(coded, numbers(coded.texts()));
    }

    /** The kind of mistake in a cell that cannot be read. */
    public Kind mistake() {
        return switch (type) {
            case BOOLEAN -> Kind.NOT_BOOLEAN;
            case DATE_TIME -> Kind.NOT_A_TIME;
            case ORDINAL -> Kind.NOT_IN_ORDER;
            case NUMERIC, CATEGORICAL, TEXT -> Kind.NOT_NUMERIC;
        };
    }
}
