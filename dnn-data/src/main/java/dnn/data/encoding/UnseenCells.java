package dnn.data.encoding;

import dnn.api.profile.ValueCount;
import dnn.data.column.Labels;
import dnn.data.table.CellCount;
import dnn.data.table.CodedColumn;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Cells of a column whose texts are none of those known. */
public final class UnseenCells {
    private UnseenCells() {}

    /** The count of the column's cells that are no category of the training split, and the first of them. */
    public static CellCount of(FittedColumn.Categorical fitted, CodedColumn column) {
        int[] places = Labels.indices(fitted.categories(), column.texts());
        CellCount unseen = CellCount.NONE;
        for (int code = 0; code < places.length; code++) {
            if (places[code] == Labels.UNKNOWN) {
                unseen = unseen.plus(
                        column.count(code),
                        column.firstRow(code),
                        column.texts().get(code));
            }
        }
        return unseen;
    }

    /** The texts that are not known, with their counts, most frequent first. */
    public static List<ValueCount> texts(List<String> known, CodedColumn column) {
        int[] places = Labels.indices(known, column.texts());
        return IntStream.range(0, places.length)
                .filter(code -> places[code] == Labels.UNKNOWN)
                .mapToObj(code -> new ValueCount(column.texts().get(code), column.count(code)))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed())
                .toList();
    }
}
