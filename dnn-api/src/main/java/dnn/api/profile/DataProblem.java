package dnn.api.profile;

import java.util.List;

/** What keeps data from being used. Rows are counted from 1, the header being row 1, as an editor shows a file without quoted line breaks. */
public sealed interface DataProblem
        permits DataProblem.FileMissing,
                DataProblem.Unreadable,
                DataProblem.ColumnMissing,
                DataProblem.BadCells,
                DataProblem.TooFewItems {

    /** The path of the experiment's value that led here, such as {@code data.source}. */
    String path();

    /** What {@code visitor} says of this problem. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Says something of every kind of problem.
     *
     * @param <R> what is said
     */
    interface Visitor<R> {
        /** Of a missing file. */
        R fileMissing(FileMissing problem);

        /** Of a file that is no table. */
        R unreadable(Unreadable problem);

        /** Of a missing column. */
        R columnMissing(ColumnMissing problem);

        /** Of cells that cannot be used. */
        R badCells(BadCells problem);

        /** Of a split without items. */
        R tooFewItems(TooFewItems problem);
    }

    /**
     * There is no such file.
     *
     * @param path of the experiment's value
     * @param file as resolved
     * @param similar names of files in the same folder, most similar first
     */
    record FileMissing(String path, String file, List<String> similar) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fileMissing(this);
        }
    }

    /**
     * The file is not a table.
     *
     * @param path of the experiment's value
     * @param file as resolved
     * @param row where reading gave up, 0 if the whole file is meant
     * @param reason in one sentence without a full stop
     */
    record Unreadable(String path, String file, long row, String reason) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unreadable(this);
        }
    }

    /**
     * The table has no such column.
     *
     * @param path of the experiment's value
     * @param column the name asked for
     * @param available the table's columns
     */
    record ColumnMissing(String path, String column, List<String> available) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.columnMissing(this);
        }
    }

    /**
     * Cells that cannot be used as they are.
     *
     * @param path of the experiment's value
     * @param column where they stand
     * @param kind what is wrong with them
     * @param count how many
     * @param firstRow the first of them
     * @param sample the first one's text
     */
    record BadCells(String path, String column, Kind kind, long count, long firstRow, String sample)
            implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.badCells(this);
        }

        /** What is wrong with a cell. */
        public enum Kind {
            /** It is empty or a word for nothing, and the column has no imputation. */
            MISSING,
            /** It is infinite. */
            INFINITE,
            /** It is no number where a number is needed. */
            NOT_NUMERIC
        }
    }

    /**
     * A split ends up without items.
     *
     * @param path of the experiment's value
     * @param split {@code train}, {@code validation} or {@code test}
     * @param items of the whole table
     */
    record TooFewItems(String path, String split, long items) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tooFewItems(this);
        }
    }
}
