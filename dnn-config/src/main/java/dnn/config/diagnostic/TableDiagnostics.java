package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.count;
import static dnn.config.diagnostic.UserText.list;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.path.KeyPaths;
import java.util.List;
import java.util.Optional;

/** Findings about tables as a whole: files, splits, targets, columns without use. */
public final class TableDiagnostics {
    private static final int FEW = 20;

    private TableDiagnostics() {}

    /** S106. */
    public static Diagnostic countsDiffer(String path, String images, long imageCount, String labels, long labelCount) {
        return Diagnostic.error(
                        "S106",
                        path,
                        "X has " + count(imageCount, "item") + ", Y has " + labelCount
                                + ": images and labels differ in number")
                .note(quote(images) + " holds " + count(imageCount, "image") + ", " + quote(labels) + " holds "
                        + count(labelCount, "label"))
                .help("name the labels that belong to these images");
    }

    /** D606. */
    public static Diagnostic sameFile(String path, String file, String other) {
        return Diagnostic.error("D606", path, "the file " + quote(file) + " is used twice")
                .related(Related.at(other, "named here too"))
                .note("a network that is tested on what it was trained on looks better than it is")
                .help("name another file, or leave this one out and let `split` keep items apart");
    }

    /** D607 for a class without anything to learn from. */
    public static Diagnostic classNotTrained(String path, String label, String split, long items) {
        return Diagnostic.error(
                        "D607",
                        path,
                        "the class " + quote(label) + " has no item in the training split, but " + items + " in "
                                + quote(split))
                .note("a network cannot tell a class it has never seen")
                .help("add items of this class to those it learns from, or leave the class out");
    }

    /** D607 for many classes without anything to learn from. */
    public static Diagnostic classesNotTrained(String path, List<String> labels) {
        return Diagnostic.error(
                        "D607", path, labels.size() + " classes have no item in the training split: " + list(labels, 3))
                .note("a network cannot tell a class it has never seen; so many of them are rather texts or numbers "
                        + "that hardly repeat")
                .help("choose a target that repeats its values; if it is a number, predict it as one, and write its "
                        + "cells in one way");
    }

    /** D612. */
    public static Diagnostic constantTarget(String path, String column, String value, long items) {
        return Diagnostic.error(
                        "D612",
                        path,
                        "the target " + quote(column) + " is " + quote(value) + " in each of the "
                                + count(items, "row"))
                .note("there is nothing to predict")
                .help("choose another target, or add data in which it varies");
    }

    /** D613. */
    public static Diagnostic allMissing(String path, String column, long items) {
        return Diagnostic.error(
                        "D613",
                        path,
                        "the column " + quote(column) + " has no value in any of the " + count(items, "row"))
                .note("there is nothing that missing cells could be filled from")
                .help("write `exclude: [" + UserText.flow(column) + "]`");
    }

    /** D614. */
    public static Diagnostic textColumn(String path, String column, long distinct, long items, String sample) {
        return Diagnostic.error(
                        "D614",
                        path,
                        "the feature " + quote(column) + " is free text: " + distinct + " different texts in "
                                + count(items, "cell"))
                .label("the first: " + quote(sample))
                .note("a category that hardly ever occurs twice tells nothing about new items")
                .help(leaveOut(column, "write `exclude: [" + UserText.flow(column) + "]`"));
    }

    /** The advice about a column of free text. */
    public static String leaveOut(String column, String advice) {
        return advice + ", or, if these are categories, `columns: {" + UserText.flow(column)
                + ": {type: categorical}}`";
    }

    /** D615. */
    public static Diagnostic groupTooLarge(
            String path, String column, String group, long groupItems, long items, String split) {
        return Diagnostic.error(
                        "D615", path, "groups of " + quote(column) + " leave no item for the split " + quote(split))
                .label("the largest, " + quote(group) + ", has " + groupItems + " of the " + count(items, "item"))
                .note("items of a group stay together")
                .help("use smaller groups, or fewer splits");
    }

    /**
     * D616.
     *
     * @param certain the class that is certainly meant
     */
    public static Diagnostic unknownClass(String path, String label, List<String> available, Optional<String> certain) {
        String classes = "its classes: " + list(available, FEW);
        Diagnostic finding = Diagnostic.error("D616", path, "the target has no class " + quote(label));
        if (certain.isPresent()) {
            return finding.label("in the table it is " + quote(certain.get()))
                    .help("write `" + UserText.flow(certain.get()) + "`; " + classes);
        }
        return Similar.to(label, available)
                .map(near -> finding.label("a class with a similar name: " + quote(near)))
                .orElse(finding)
                .help(classes);
    }

    /** D617. */
    public static Diagnostic notTwoClasses(String path, String column, long values) {
        return Diagnostic.error(
                        "D617",
                        path,
                        "the label " + quote(column) + " has " + count(values, "different value") + ", not two")
                .note("each of several labels is there or not")
                .help("name a single `target` to tell more than two classes apart");
    }

    /** O312. */
    public static Diagnostic labelsForOneClass(String path, String lossPath, String loss) {
        return Diagnostic.error("O312", path, "several labels, but " + loss + " tells one class of several")
                .related(Related.at(lossPath, "gives an item exactly one class"))
                .note("labels that an item may have together each need a probability of their own")
                .help("write `loss: binary_cross_entropy` and a sigmoid output with a unit for each label, or "
                        + "name a single"
                        + " `target`");
    }

    /** T520. */
    public static Diagnostic nothingCounts(String path, int items) {
        return Diagnostic.error(
                        "T520", path, "each of the " + count(items, "item") + " of the training split has the weight 0")
                .note("an item of weight 0 takes no part in learning: the network would stay as it began")
                .help("give some items or classes a weight above 0, or leave the weights out");
    }

    /** T511. */
    public static Diagnostic tooManyFolds(String path, int folds, long items) {
        return Diagnostic.error("T511", path, count(folds, "fold") + " cannot be made of " + count(items, "item"))
                .label("at most " + items)
                .help("ask for fewer folds");
    }

    /** T511 where items stay together in groups. */
    public static Diagnostic tooManyFoldsOfGroups(String path, int folds, long groups, String column) {
        return Diagnostic.error(
                        "T511",
                        path,
                        count(folds, "fold") + " cannot be made of " + count(groups, "group") + " of " + quote(column))
                .label("at most " + groups)
                .related(Related.at(KeyPaths.DATA_SPLIT_GROUP, "items of a group stay together"))
                .help("ask for fewer folds");
    }

    /** D624. */
    public static Diagnostic alike(String path, String column, String one, String other, boolean target) {
        return Diagnostic.warning(
                        "D624",
                        path,
                        "the " + (target ? "classes " : "categories ") + quote(one) + " and " + quote(other) + " of "
                                + quote(column) + " differ in letter case or spaces alone")
                .note("they are two different " + (target ? "classes" : "categories") + " to the network")
                .help("write them alike in the table; if they are meant to differ, write `checks: {D624: ignore}`");
    }

    /** D625. */
    public static Diagnostic rowOfSums(String path, String column, String cell) {
        return Diagnostic.warning(
                        "D625",
                        path,
                        "the column " + quote(column) + " has the cell " + quote(cell)
                                + ", with which a row begins that was computed from others")
                .note("such a row is no item, and its numbers are far from those of the items")
                .help("delete the row from the table; if it is an item, write `checks: {D625: ignore}`");
    }

    /** D626; {@code filled} says what fills missing cells, empty where that is said already. */
    public static Diagnostic wordForNothing(String path, String column, String word, long cells, String filled) {
        return Diagnostic.note(
                        "D626",
                        path,
                        quote(word) + " in " + count(cells, "cell") + " of " + quote(column) + " is read as a category")
                .note("among numbers it would count as missing; among texts it is one of them unless it is declared")
                .help("if it stands for nothing, write `format: {missing: [" + UserText.flow(word) + "]}`"
                        + (filled.isEmpty() ? "" : " and `" + filled + "`")
                        + "; if it is a category, write `checks: {D626: ignore}`");
    }
}
