package dnn.data.table;

import dnn.api.profile.ColumnType;

/** Numbers, one a row, NaN where the cell is missing. */
public final class NumericColumn implements Column {
    private final String name;
    private final double[] values;
    private final CellCount missing;
    private final CellCount infinite;

    /** A column over {@code values}, which is handed over. */
    NumericColumn(String name, double[] values, CellCount missing, CellCount infinite) {
        this.name = name;
        this.values = values;
        this.missing = missing;
        this.infinite = infinite;
    }

    /** A column of finite numbers, none missing, over {@code values}, which is handed over. */
    public static NumericColumn of(String name, double[] values) {
        return new NumericColumn(name, values, CellCount.NONE, CellCount.NONE);
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
    public CellCount infinite() {
        return infinite;
    }

    @Override
    public CellCount notNumeric() {
        return CellCount.NONE;
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
