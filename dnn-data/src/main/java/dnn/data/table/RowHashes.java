package dnn.data.table;

import java.util.Arrays;
import java.util.List;

/**
 * A 64-bit hash a row over some columns, by which rows are told apart without their cells: among a million rows two
 * different ones are taken for equal with a probability of about 10⁻⁷. Equal numbers are equal cells, however they are
 * written.
 */
public final class RowHashes {
    private static final int INITIAL_CAPACITY = 1024;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long MISSING = 0x6A09E667F3BCC909L;

    private long[] sums;
    private int size;

    RowHashes() {
        this(new long[INITIAL_CAPACITY], 0);
    }

    private RowHashes(long[] sums, int size) {
        this.sums = sums;
        this.size = size;
    }

    /** The hashes of rows over these columns; none without columns. */
    public static RowHashes of(List<Column> columns) {
        int items = columns.isEmpty() ? 0 : columns.get(0).items();
        RowHashes hashes = new RowHashes(new long[items], items);
        for (Column column : columns) {
            long salt = salt(column.name());
            for (int item = 0; item < items; item++) {
                hashes.sums[item] += mixed(salt, column.hash(item));
            }
        }
        return hashes;
    }

    /**
     * The part that the cells of a column have in the hashes of the first rows; those of numbers that were not kept,
     * too.
     */
    public static long[] of(Column column, int rows) {
        long salt = salt(column.name());
        long[] cells = new long[rows];
        double[] numbers = column instanceof CountedColumn ? column.firstNumbers() : new double[0];
        for (int row = 0; row < rows; row++) {
            boolean counted = row < numbers.length;
            long cell = counted && Double.isNaN(numbers[row])
                    ? ofMissing()
                    : counted ? ofNumber(numbers[row]) : column.hash(row);
            cells[row] = mixed(salt, cell);
        }
        return cells;
    }

    /** The contribution of a column's name, so that cells of different columns cannot be exchanged. */
    static long salt(String column) {
        return ofText(column);
    }

    /** Of a cell that stands for nothing. */
    static long ofMissing() {
        return MISSING;
    }

    /** Of a cell that is a number. */
    static long ofNumber(double number) {
        return mixed(1, Double.doubleToLongBits(number + 0.0));
    }

    /** Of a cell that is no number. */
    static long ofText(String text) {
        return ofText(text.toCharArray(), 0, text.length());
    }

    /** The hash of the characters from {@code from} to {@code to}. */
    static long ofText(char[] text, int from, int to) {
        long hash = 2;
        for (int i = from; i < to; i++) {
            hash = hash * MULTIPLIER + text[i] + 1;
        }
        return mixed(2, hash);
    }

    /** Adds a cell of a row. */
    void add(int row, long salt, long cell) {
        if (row >= sums.length) {
            sums = Arrays.copyOf(sums, Math.max(row + 1, sums.length + (sums.length >> 1)));
        }
        size = Math.max(size, row + 1);
        sums[row] += mixed(salt, cell);
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** The hash of a row, from 0. */
    public long hash(int row) {
        return sums[row];
    }

    /** The finalizer of SplitMix64 (Steele et al., 2014) over both numbers. */
    private static long mixed(long one, long other) {
        long z = one * MULTIPLIER + other + MULTIPLIER;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
