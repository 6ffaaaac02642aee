package dnn.data.table;

import dnn.api.profile.ColumnType;
import java.util.List;

/** Codes, one a row, into the list of the column's different texts in the order of their first appearance; −1 where the cell is missing. */
public final class CodedColumn implements Column {
    /** The code of a missing cell. */
    public static final int MISSING = -1;

    private final String name;
    private final Codes codes;
    private final List<String> texts;
    private final double[] numbers;
    private final long[] counts;
    private final long[] firstRows;
    private final CellCount missing;
    private final CellCount infinite;
    private final CellCount notNumeric;

    CodedColumn(
            String name,
            Codes codes,
            List<String> texts,
            long[] counts,
            long[] firstRows,
            CellCount missing,
            CellRules rules) {
        this.name = name;
        this.codes = codes;
        this.texts = List.copyOf(texts);
        this.counts = counts;
        this.firstRows = firstRows;
        this.missing = missing;
        this.numbers = new double[texts.size()];
        // Codes are in the order of first appearance, so the first text counted is also the first in the file.
        CellCount unbounded = CellCount.NONE;
        CellCount words = CellCount.NONE;
        for (int code = 0; code < numbers.length; code++) {
            numbers[code] = rules.number(texts.get(code));
            if (Double.isNaN(numbers[code])) {
                words = words.plus(counts[code], firstRows[code], texts.get(code));
            } else if (Double.isInfinite(numbers[code])) {
                unbounded = unbounded.plus(counts[code], firstRows[code], texts.get(code));
            }
        }
        this.infinite = unbounded;
        this.notNumeric = words;
    }

    /** The code in a row, from 0, or {@link #MISSING}. */
    public int code(int item) {
        return codes.get(item);
    }

    /** The different texts, in the order of their first appearance. */
    public List<String> texts() {
        return texts;
    }

    /** How often the text with this code occurs. */
    public long count(int code) {
        return counts[code];
    }

    /** Where the text with this code stands first, by {@link RowPlace}. */
    public long firstRow(int code) {
        return firstRows[code];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int items() {
        return codes.size();
    }

    @Override
    public ColumnType type() {
        return notNumeric.any() ? ColumnType.CATEGORICAL : ColumnType.NUMERIC;
    }

    @Override
    public double number(int item) {
        int code = codes.get(item);
        return code == MISSING ? Double.NaN : numbers[code];
    }

    @Override
    public boolean isMissing(int item) {
        return codes.get(item) == MISSING;
    }

    @Override
    public CellCount missing() {
        return missing;
    }

    @Override
    public CellCount infinite() {
        return infinite;
    }

    @Override
    public CellCount notNumeric() {
        return notNumeric;
    }

    @Override
    public NumberSummary summary() {
        NumberSummary summary = new NumberSummary();
        for (int item = 0; item < codes.size(); item++) {
            double number = number(item);
            if (!Double.isNaN(number)) {
                summary.add(number, TableReader.FIRST_DATA_ROW + item);
            }
        }
        return summary;
    }

    @Override
    public long hash(int item) {
        int code = codes.get(item);
        return code == MISSING ? RowHashes.ofMissing() : hash(numbers[code], texts.get(code));
    }

    private static long hash(double number, String text) {
        return Double.isNaN(number) ? RowHashes.ofText(text) : RowHashes.ofNumber(number);
    }

    @Override
    public CodedColumn coded() {
        return this;
    }
}
