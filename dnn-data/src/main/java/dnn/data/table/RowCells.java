package dnn.data.table;

import java.util.Arrays;

/** The cells of one row, kept until it is known whether the row is. */
final class RowCells {
    private char[] text = new char[1024];
    private int[] ends = new int[64];
    private int cells;

    void clear() {
        cells = 0;
    }

    /** Adds a cell. */
    void add(char[] buffer, int offset, int length) {
        int start = start(cells);
        if (start + length > text.length) {
            text = Arrays.copyOf(text, Math.max(start + length, 2 * text.length));
        }
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, 2 * cells);
        }
        System.arraycopy(buffer, offset, text, start, length);
        ends[cells] = start + length;
        cells++;
    }

    int size() {
        return cells;
    }

    /** The characters of all cells. */
    char[] text() {
        return text;
    }

    /** The place where a cell begins in them. */
    int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1];
    }

    /** The place where a cell ends. */
    int end(int cell) {
        return ends[cell];
    }
}
