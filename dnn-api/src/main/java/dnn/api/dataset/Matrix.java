package dnn.api.dataset;

/**
 * A matrix stored column by column, so that one item, a column, is contiguous. The array is not copied: whoever makes a
 * matrix hands the array over.
 */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    /**
     * A matrix over {@code values}.
     *
     * @param rows numbers of an item
     * @param columns items
     * @param values {@code rows · columns} numbers, column by column; handed over
     * @throws IllegalArgumentException if the array's length is not {@code rows · columns}
     */
    public Matrix(int rows, int columns, double[] values) {
        if (rows < 0 || columns < 0 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "a (" + rows + ", " + columns + ") matrix over " + values.length + " numbers");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** A matrix of zeros. */
    public static Matrix zeros(int rows, int columns) {
        return new Matrix(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    /**
     * A matrix of these items, a column each.
     *
     * @throws IllegalArgumentException if they do not have equally many numbers
     */
    public static Matrix ofItems(double[]... items) {
        int rows = items.length == 0 ? 0 : items[0].length;
        double[] values = new double[Math.multiplyExact(rows, items.length)];
        for (int i = 0; i < items.length; i++) {
            if (items[i].length != rows) {
                throw new IllegalArgumentException(
                        "item " + i + " has " + items[i].length + " numbers, item 0 has " + rows);
            }
            System.arraycopy(items[i], 0, values, i * rows, rows);
        }
        return new Matrix(rows, items.length, values);
    }

    /** The count of rows: numbers of an item. */
    public int rows() {
        return rows;
    }

    /** The count of columns: items. */
    public int columns() {
        return columns;
    }

    /** The numbers, column by column; the matrix's own array. */
    public double[] values() {
        return values;
    }

    /** The number at a row and column, both from 0. */
    public double get(int row, int column) {
        return values[column * rows + row];
    }

    /** Puts a number at a row and column, both from 0. */
    public void set(int row, int column, double value) {
        values[column * rows + row] = value;
    }
}
