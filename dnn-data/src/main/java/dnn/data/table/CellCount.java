package dnn.data.table;

/**
 * The count of a column's cells of some kind, and where the first of them stands.
 *
 * @param count how many
 * @param firstRow place of the first, by {@link RowPlace}: in a single file its line, the header being line 1; 0 if
 *     there is none
 * @param sample its text
 */
public record CellCount(long count, long firstRow, String sample) {
    /** No such cell. */
    public static final CellCount NONE = new CellCount(0, 0, "");

    /** Tells whether there is such a cell. */
    public boolean any() {
        return count > 0;
    }

    /** More of them, which come later. */
    public CellCount plus(long more, long row, String text) {
        return any() ? new CellCount(count + more, firstRow, sample) : new CellCount(more, row, text);
    }

    /** These and others, whichever come first. */
    CellCount with(CellCount other) {
        if (!any() || !other.any()) {
            return any() ? this : other;
        }
        CellCount first = firstRow <= other.firstRow ? this : other;
        return new CellCount(count + other.count, first.firstRow, first.sample);
    }

    /** One more of them. */
    CellCount and(long row, String text) {
        return any() ? new CellCount(count + 1, firstRow, sample) : new CellCount(1, row, text);
    }
}
