package dnn.data;

import dnn.api.profile.DataProblem;
import java.util.List;

/** A problem as one line of text, for whoever has no diagnostics. */
final class InWords implements DataProblem.Visitor<String> {
    @Override
    public String fileMissing(DataProblem.FileMissing missing) {
        return "there is no file " + missing.file() + names("; similar names: ", missing.similar());
    }

    @Override
    public String unreadable(DataProblem.Unreadable unreadable) {
        return unreadable.file() + (unreadable.row() > 0 ? ", row " + unreadable.row() : "") + ": "
                + unreadable.reason();
    }

    @Override
    public String columnMissing(DataProblem.ColumnMissing missing) {
        return "there is no column `" + missing.column() + "`" + names("; columns: ", missing.available());
    }

    @Override
    public String badCells(DataProblem.BadCells cells) {
        return "column `" + cells.column() + "` has " + counted(cells.count(), "cell") + " " + kind(cells.kind())
                + ", the first in row " + cells.firstRow() + ": `" + cells.sample() + "`";
    }

    @Override
    public String tooFewItems(DataProblem.TooFewItems few) {
        return "split `" + few.split() + "` gets none of the " + few.items() + " items";
    }

    private static String names(String introduction, List<String> names) {
        return names.isEmpty() ? "" : introduction + String.join(", ", names);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String kind(DataProblem.BadCells.Kind kind) {
        return switch (kind) {
            case MISSING -> "without a value and no imputation";
            case INFINITE -> "with an infinite number";
            case NOT_NUMERIC -> "that cannot be read as a number";
        };
    }
}
