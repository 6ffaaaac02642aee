// Longer than 300 lines: a closed set of problems, each with what is known of it, and their visitor.
package dnn.api.profile;

import java.util.List;
import java.util.Optional;

/**
 * A problem that keeps data from being used. Rows are counted from 1, the header being row 1, as an editor shows a file
 * without quoted line breaks.
 */
public sealed interface DataProblem
        permits DataProblem.FileMissing,
                DataProblem.Unreadable,
                DataProblem.ColumnMissing,
                DataProblem.BadCells,
                DataProblem.TooFewItems,
                DataProblem.CountsDiffer,
                DataProblem.SameFile,
                DataProblem.AllMissing,
                DataProblem.ConstantTarget,
                DataProblem.TextColumn,
                DataProblem.ClassNotTrained,
                DataProblem.GroupTooLarge,
                DataProblem.UnknownClass,
                DataProblem.NotTwoClasses,
                DataProblem.TooManyFolds,
                DataProblem.NothingCounts,
                DataProblem.UncertainFormat,
                DataProblem.MixedFormats {

    /** The path of the experiment's value that led here, such as {@code data.source}. */
    String path();

    /** Calls the method of {@code visitor} that belongs to this problem, and returns its answer. */
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

        /** Of images and labels that differ in number. */
        R countsDiffer(CountsDiffer problem);

        /** Of one file in two splits. */
        R sameFile(SameFile problem);

        /** Of a column without a value. */
        R allMissing(AllMissing problem);

        /** Of a target that never changes. */
        R constantTarget(ConstantTarget problem);

        /** Of a column of free text. */
        R textColumn(TextColumn problem);

        /** Of a class that the training split lacks. */
        R classNotTrained(ClassNotTrained problem);

        /** Of a group that leaves a split without items. */
        R groupTooLarge(GroupTooLarge problem);

        /** Of a class that the target does not have. */
        R unknownClass(UnknownClass problem);

        /** Of a label that is not a matter of yes or no. */
        R notTwoClasses(NotTwoClasses problem);

        /** Of more folds than items. */
        R tooManyFolds(TooManyFolds problem);

        /** Of weights that leave nothing to learn from. */
        R nothingCounts(NothingCounts problem);

        /** Of a column whose cells can be read in two ways. */
        R uncertainFormat(UncertainFormat problem);

        /** Of a column whose cells are written in several ways. */
        R mixedFormats(MixedFormats problem);
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
     * @param file where the first of them stands, if the table is in several files
     * @param texts of cells that are no numbers, the first different ones with what they are; none of other cells
     */
    record BadCells(
            String path,
            String column,
            Kind kind,
            long count,
            long firstRow,
            String sample,
            Optional<String> file,
            List<OddText> texts)
            implements DataProblem {
        public BadCells {
            texts = List.copyOf(texts);
        }

        /** In the only file. */
        public BadCells(String path, String column, Kind kind, long count, long firstRow, String sample) {
            this(path, column, kind, count, firstRow, sample, Optional.empty(), List.of());
        }

        /** A copy with the first different texts of cells that are no numbers. */
        public BadCells texts(List<OddText> odd) {
            return new BadCells(path, column, kind, count, firstRow, sample, file, odd);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.badCells(this);
        }

        /** The kind of mistake in a cell. */
        public enum Kind {
            /** It is empty or a word for nothing, and the column has no imputation. */
            MISSING,
            /** It is infinite. */
            INFINITE,
            /** It is no number where a number is needed. */
            NOT_NUMERIC,
            /** It is none of the values of the order that was given. */
            NOT_IN_ORDER,
            /** It is no word for true or false. */
            NOT_BOOLEAN,
            /** It is no date or time. */
            NOT_A_TIME,
            /** It is no name of a split. */
            NOT_A_SPLIT,
            /** It is a weight below zero. */
            NEGATIVE,
            /** It is a category that training has not seen, where that is an error. */
            UNSEEN
        }
    }

    /**
     * The cells of a column can be read in two ways, and nothing in the table tells which is meant.
     *
     * @param path of the experiment's value
     * @param column its name
     * @param sample a cell that the two read differently
     * @param row where it stands
     * @param readings the two, each with what the cell means then
     */
    record UncertainFormat(String path, String column, String sample, long row, List<FormatReading> readings)
            implements DataProblem {
        public UncertainFormat {
            readings = List.copyOf(readings);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.uncertainFormat(this);
        }
    }

    /**
     * A way to read a cell.
     *
     * @param format the way
     * @param meaning what the cell is then: a number, or a date as ISO 8601 writes it
     */
    record FormatReading(CellFormat format, String meaning) {}

    /**
     * The cells of a column are numbers, dates or times, but written in several ways, none of which most of them have.
     *
     * @param path of the experiment's value
     * @param column its name
     * @param first a cell
     * @param firstRow where it stands
     * @param other a cell that is written in another way
     * @param otherRow where it stands
     */
    record MixedFormats(String path, String column, String first, long firstRow, String other, long otherRow)
            implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mixedFormats(this);
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

    /**
     * There are not as many labels as images.
     *
     * @param path of the experiment's value
     * @param images the file of images
     * @param imageCount how many it holds
     * @param labels the file of labels
     * @param labelCount how many it holds
     */
    record CountsDiffer(String path, String images, long imageCount, String labels, long labelCount)
            implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.countsDiffer(this);
        }
    }

    /**
     * A file that is in two splits.
     *
     * @param path of the experiment's value
     * @param file as resolved
     * @param other path of the other value that names it
     */
    record SameFile(String path, String file, String other) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sameFile(this);
        }
    }

    /**
     * A column has no value at all.
     *
     * @param path of the experiment's value
     * @param column its name
     * @param items rows of the table
     */
    record AllMissing(String path, String column, long items) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.allMissing(this);
        }
    }

    /**
     * The target is the same everywhere.
     *
     * @param path of the experiment's value
     * @param column its name
     * @param value its only value
     * @param items rows of the table
     */
    record ConstantTarget(String path, String column, String value, long items) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constantTarget(this);
        }
    }

    /**
     * A feature is free text.
     *
     * @param path of the experiment's value
     * @param column its name
     * @param distinct different texts
     * @param items cells with a text
     * @param sample the first of them
     */
    record TextColumn(String path, String column, long distinct, long items, String sample) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.textColumn(this);
        }
    }

    /**
     * A class has items in other splits, but none to learn from.
     *
     * @param path of the experiment's value
     * @param label the class
     * @param split one that has it
     * @param items of the class there
     */
    record ClassNotTrained(String path, String label, String split, long items) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.classNotTrained(this);
        }
    }

    /**
     * Items that must stay together leave none for a split.
     *
     * @param path of the experiment's value
     * @param column whose equal cells stay together
     * @param group the largest of them
     * @param groupItems its items
     * @param items of the whole table
     * @param split the one that is left without items
     */
    record GroupTooLarge(String path, String column, String group, long groupItems, long items, String split)
            implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.groupTooLarge(this);
        }
    }

    /**
     * A class is named that the target does not have.
     *
     * @param path of the experiment's value
     * @param label the name
     * @param available the classes there are
     */
    record UnknownClass(String path, String label, List<String> available) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unknownClass(this);
        }
    }

    /**
     * One of several labels has other than two values.
     *
     * @param path of the experiment's value
     * @param column its name
     * @param values its different values
     */
    record NotTwoClasses(String path, String column, long values) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notTwoClasses(this);
        }
    }

    /**
     * There are fewer items, or groups that stay together, than folds.
     *
     * @param path of the experiment's value
     * @param folds asked for
     * @param items there are, or groups
     * @param group the column whose equal cells stay together, where that is so
     */
    record TooManyFolds(String path, int folds, long items, Optional<String> group) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tooManyFolds(this);
        }
    }

    /**
     * Every item of the training split has the weight 0.
     *
     * @param path of the experiment's value that gives weights
     * @param items of the training split
     */
    record NothingCounts(String path, int items) implements DataProblem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothingCounts(this);
        }
    }
}
