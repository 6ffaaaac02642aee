package dnn.data.table;

import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.OddText;
import java.util.Arrays;
import java.util.List;

/** Numbers, one a row, NaN where the cell is missing. */
public final class NumericColumn implements Column {
    private final String name;
    private final double[] values;
    private final CellCount missing;
    private final CellCount infinite;
    private final OtherTexts notNumeric;
    private final boolean decimalCommas;

    /** A column over {@code values}, which is handed over. */
    NumericColumn(
            String name,
            double[] values,
            CellCount missing,
            CellCount infinite,
            OtherTexts notNumeric,
            boolean decimalCommas) {
        this.decimalCommas = decimalCommas;
        this.name = name;
        this.values = values;
        this.missing = missing;
        this.infinite = infinite;
        this.notNumeric = notNumeric;
    }

    /** A column of numbers, NaN where one is missing, over {@code values}, which is handed over. */
    public static NumericColumn of(String name, double[] values) {
        return of(name, values, TableReader.FIRST_DATA_ROW);
    }

    /** Does so where the first of them stands in this row. */
    static NumericColumn of(String name, double[] values, long firstRow) {
        CellCount absent = CellCount.NONE;
        CellCount unbounded = CellCount.NONE;
        for (int item = 0; item < values.length; item++) {
            if (Double.isNaN(values[item])) {
                absent = absent.and(firstRow + item, "NaN");
            } else if (Double.isInfinite(values[item])) {
                unbounded = unbounded.and(firstRow + item, Cells.text(values[item]));
            }
        }
        return new NumericColumn(name, values, absent, unbounded, new OtherTexts(), false);
    }

    /**
     * The numbers that the texts of a column mean.
     *
     * @param column the texts
     * @param meaning the number of each code; NaN for a text that means none, which is counted as not numeric
     */
    public static NumericColumn meaning(CodedColumn column, double[] meaning) {
        double[] values = new double[column.items()];
        for (int item = 0; item < values.length; item++) {
            values[item] = column.isMissing(item) ? Double.NaN : meaning[column.code(item)];
        }
        OtherTexts wrong = new OtherTexts();
        for (int code = 0; code < meaning.length; code++) {
            if (Double.isNaN(meaning[code])) {
                wrong.add(column.texts().get(code), column.count(code), column.firstRow(code));
            }
        }
        return new NumericColumn(column.name(), values, column.missing(), CellCount.NONE, wrong, false);
    }

    /**
     * The texts of a column as numbers, where words for nothing are missing cells.
     *
     * @param column the texts
     * @param meaning the number of each code; NaN for a text that means none
     */
    public static NumericColumn written(CodedColumn column, double[] meaning) {
        NumericColumn read = meaning(column, meaning);
        CellCount nothing = column.missing();
        OtherTexts wrong = new OtherTexts();
        for (int code = 0; code < meaning.length; code++) {
            String text = column.texts().get(code);
            if (Double.isNaN(meaning[code]) && Cells.isMissingAmongNumbers(text)) {
                nothing = nothing.with(new CellCount(column.count(code), column.firstRow(code), text));
            } else if (Double.isNaN(meaning[code])) {
                wrong.add(text, column.count(code), column.firstRow(code));
            }
        }
        return new NumericColumn(column.name(), read.values, nothing, CellCount.NONE, wrong, false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int items() {
        return values.length;
    }

    @Override
    public ColumnType type() {
        return ColumnType.NUMERIC;
    }

    @Override
    public double number(int item) {
        return values[item];
    }

    @Override
    public boolean isMissing(int item) {
        return Double.isNaN(values[item]);
    }

    @Override
    public CellCount missing() {
        return missing;
    }

    @Override
    public boolean showsDecimalComma() {
        return decimalCommas;
    }

    @Override
    public CellCount infinite() {
        return infinite;
    }

    @Override
    public CellCount notNumeric() {
        return notNumeric.all();
    }

    @Override
    public List<OddText> oddTexts() {
        return notNumeric.texts();
    }

    @Override
    public double[] firstNumbers() {
        return Arrays.copyOf(values, Math.min(values.length, ColumnProfile.SAMPLE));
    }

    @Override
    public NumberSummary summary() {
        NumberSummary summary = new NumberSummary();
        for (int item = 0; item < values.length; item++) {
            if (!Double.isNaN(values[item])) {
                summary.add(values[item], TableReader.FIRST_DATA_ROW + item);
            }
        }
        return summary;
    }

    @Override
    public long hash(int item) {
        return isMissing(item) ? RowHashes.ofMissing() : RowHashes.ofNumber(values[item]);
    }

    @Override
    public CodedColumn coded() {
        ColumnBuilder builder = ColumnBuilder.ofText(name);
        for (int item = 0; item < values.length; item++) {
            builder.add(isMissing(item) ? "" : Cells.text(values[item]), TableReader.FIRST_DATA_ROW + item);
        }
        return builder.buildCoded();
    }
}
