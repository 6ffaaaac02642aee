package dnn.data.table;

/**
 * The place of a row, in one number: which of several files, from 0, and the line in it, from 1. Numbers are in the
 * order of reading.
 */
public final class RowPlace {
    private static final int LINE_BITS = 40;
    private static final long LINE_MASK = (1L << LINE_BITS) - 1;

    private RowPlace() {}

    /** The place of a line in a file. */
    static long of(int file, long line) {
        return ((long) file << LINE_BITS) | line;
    }

    /** The file, from 0. */
    public static int file(long place) {
        return (int) (place >>> LINE_BITS);
    }

    /** The line, from 1; 0 if no row is meant. */
    public static long line(long place) {
        return place & LINE_MASK;
    }
}
