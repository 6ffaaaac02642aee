package dnn.data;

import dnn.data.split.SplitRows;
import dnn.data.table.DataTable;
import dnn.data.table.RowPlace;
import java.util.Optional;

/**
 * The places of items in the user's files, so that an item can be found by who has to mend it. Immutable and
 * thread-safe.
 */
public final class ItemPlaces {
    private final DataTable table;
    private final SplitRows rows;
    private final boolean inFiles;

    ItemPlaces(DataTable table, SplitRows rows, boolean inFiles) {
        this.table = table;
        this.rows = rows;
        this.inFiles = inFiles;
    }

    /**
     * The place of an item.
     *
     * @param file that it stands in; empty for drawn points
     * @param row its line in a table, the header being line 1; of images and drawn points its number, from 1
     */
    public record Place(Optional<String> file, long row) {}

    /** The place of an item of the training split, from 0. */
    public Place ofTraining(int item) {
        return of(rows.train()[item]);
    }

    /** The place of an item of the validation split, from 0. */
    public Place ofValidation(int item) {
        return of(rows.validation()[item]);
    }

    private Place of(int row) {
        if (!table.places().isEmpty()) {
            long place = table.places().of(row);
            return new Place(Optional.of(table.files().get(RowPlace.file(place))), RowPlace.line(place));
        }
        int before = 0;
        for (DataTable.Part part : table.parts()) {
            if (row < before + part.items()) {
                return new Place(inFiles ? Optional.of(part.file()) : Optional.empty(), row - before + 1L);
            }
            before += part.items();
        }
        throw new IndexOutOfBoundsException("row " + row);
    }
}
