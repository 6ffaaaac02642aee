package dnn.data;

import dnn.api.profile.DataProblem;
import java.util.List;

/** Data cannot be used as it is; the message is the first problem in words. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<DataProblem> problems;

    DataException(List<DataProblem> problems) {
        super(inWords(problems.get(0)));
        this.problems = List.copyOf(problems);
    }

    DataException(String message) {
        super(message);
        this.problems = List.of();
    }

    /** What is wrong, in the order of discovery; empty where the message says it all. */
    public List<DataProblem> problems() {
        return problems == null ? List.of() : problems;
    }

    /** A problem as one line of text. */
    public static String inWords(DataProblem problem) {
        if (problem instanceof DataProblem.FileMissing missing) {
            return "there is no file " + missing.file() + names("; similar names: ", missing.similar());
        }
        if (problem instanceof DataProblem.Unreadable unreadable) {
            return unreadable.file() + (unreadable.row() > 0 ? ", row " + unreadable.row() : "") + ": "
                    + unreadable.reason();
        }
        if (problem instanceof DataProblem.ColumnMissing missing) {
            return "there is no column `" + missing.column() + "`" + names("; columns: ", missing.available());
        }
        if (problem instanceof DataProblem.BadCells cells) {
            return "column `" + cells.column() + "` has " + counted(cells.count()) + " " + kind(cells.kind())
                    + ", the first in row " + cells.firstRow() + ": `" + cells.sample() + "`";
        }
        DataProblem.TooFewItems few = (DataProblem.TooFewItems) problem;
        return "split `" + few.split() + "` gets none of the " + few.items() + " items";
    }

    private static String names(String introduction, List<String> names) {
        return names.isEmpty() ? "" : introduction + String.join(", ", names);
    }

    private static String counted(long cells) {
        return cells == 1 ? "1 cell" : cells + " cells";
    }

    private static String kind(DataProblem.BadCells.Kind kind) {
        return switch (kind) {
            case MISSING -> "without a value and no imputation";
            case INFINITE -> "with an infinite number";
            case NOT_NUMERIC -> "that cannot be read as a number";
        };
    }
}
