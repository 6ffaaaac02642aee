package dnn.data.problem;

import dnn.api.grammar.Names;
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
                + ", the first in row " + cells.firstRow()
                + cells.file().map(file -> " of " + file).orElse("") + ": `" + cells.sample() + "`";
    }

    @Override
    public String tooFewItems(DataProblem.TooFewItems few) {
        return "split `" + few.split() + "` gets none of the " + few.items() + " items";
    }

    @Override
    public String countsDiffer(DataProblem.CountsDiffer counts) {
        return counts.images() + " holds " + counts.imageCount() + " images, " + counts.labels() + " holds "
                + counts.labelCount() + " labels";
    }

    @Override
    public String sameFile(DataProblem.SameFile same) {
        return same.file() + " is in two splits: `" + same.other() + "` names it too";
    }

    @Override
    public String allMissing(DataProblem.AllMissing missing) {
        return "column `" + missing.column() + "` has no value in any of the " + missing.items() + " rows";
    }

    @Override
    public String constantTarget(DataProblem.ConstantTarget target) {
        return "the target `" + target.column() + "` is `" + target.value() + "` in each of the " + target.items()
                + " rows";
    }

    @Override
    public String textColumn(DataProblem.TextColumn text) {
        return "column `" + text.column() + "` is free text: " + text.distinct() + " different texts in " + text.items()
                + " cells, the first `" + text.sample() + "`";
    }

    @Override
    public String classNotTrained(DataProblem.ClassNotTrained unknown) {
        return "class `" + unknown.label() + "` has " + counted(unknown.items(), "item") + " in the " + unknown.split()
                + " split and none to learn from";
    }

    @Override
    public String groupTooLarge(DataProblem.GroupTooLarge group) {
        return "split `" + group.split() + "` gets no item: `" + group.column() + "` is `" + group.group() + "` in "
                + group.groupItems() + " of the " + group.items() + " rows, which stay together";
    }

    @Override
    public String unknownClass(DataProblem.UnknownClass unknown) {
        return "the target has no class `" + unknown.label() + "`" + names("; classes: ", unknown.available());
    }

    @Override
    public String notTwoClasses(DataProblem.NotTwoClasses label) {
        return "label `" + label.column() + "` has " + counted(label.values(), "value")
                + ", but one of several labels is there or not";
    }

    @Override
    public String tooManyFolds(DataProblem.TooManyFolds folds) {
        return folds.folds() + " folds cannot be made of "
                + folds.group()
                        .map(column -> counted(folds.items(), "group") + " of `" + column + "`")
                        .orElseGet(() -> counted(folds.items(), "item"));
    }

    @Override
    public String nothingCounts(DataProblem.NothingCounts weights) {
        return "each of the " + counted(weights.items(), "item") + " of the training split has the weight 0";
    }

    @Override
    public String uncertainFormat(DataProblem.UncertainFormat format) {
        List<String> readings = format.readings().stream()
                .map(reading -> "`" + reading.meaning() + "` as " + Names.of(reading.format()))
                .toList();
        return "column `" + format.column() + "` can be read in two ways: `" + format.sample() + "` in row "
                + format.row() + " is " + String.join(", ", readings) + "; its `format` says which";
    }

    @Override
    public String mixedFormats(DataProblem.MixedFormats format) {
        return "column `" + format.column() + "` is written in several ways: `" + format.first() + "` in row "
                + format.firstRow() + ", `" + format.other() + "` in row " + format.otherRow();
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
            case NOT_IN_ORDER -> "that the given order does not have";
            case NOT_BOOLEAN -> "that cannot be read as true or false";
            case NOT_A_TIME -> "that cannot be read as a date or time";
            case NOT_A_SPLIT -> "that names no split";
            case NEGATIVE -> "below zero";
            case UNSEEN -> "of a category that training has not seen";
        };
    }
}
