package dnn.api.profile;

import java.util.Optional;

/**
 * The count of a column's cells of some kind, and where the first of them stands.
 *
 * @param count how many
 * @param firstRow the row of the first, counted from 1 with the header; 0 if there is none
 * @param sample its text
 * @param file where it stands, if the table is in several files
 */
public record CellTally(long count, long firstRow, String sample, Optional<String> file) {
    /** No such cell. */
    public static final CellTally NONE = new CellTally(0, 0, "", Optional.empty());

    /** These and others of the same column. */
    public CellTally and(CellTally other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        // Rows of several files are not in one order; any of them is a place to look at.
        CellTally first = file.equals(other.file) && other.firstRow < firstRow ? other : this;
        return new CellTally(count + other.count, first.firstRow, first.sample, first.file);
    }
}
