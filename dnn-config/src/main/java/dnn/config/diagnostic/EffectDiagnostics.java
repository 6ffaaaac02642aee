package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.count;
import static dnn.config.diagnostic.UserText.number;
import static dnn.config.diagnostic.UserText.quote;

/** Options that do nothing because of what stands elsewhere (Y009). */
public final class EffectDiagnostics {
    private static final String NONE = "no effect";

    private EffectDiagnostics() {}

    private static Diagnostic idle(String path, String message) {
        return Diagnostic.warning("Y009", path, message).label(NONE);
    }

    /** A look ahead along a velocity that is always 0. */
    public static Diagnostic nesterovWithoutMomentum(String path, String momentumPath) {
        return idle(path, "`nesterov` has no effect without momentum")
                .related(Related.at(momentumPath, "momentum = 0"))
                .help("write `momentum: 0.9`, or remove `nesterov`");
    }

    /** A schedule whose first drop comes after the end. */
    public static Diagnostic lateStep(String path, int every, String epochsPath, int epochs) {
        return idle(
                        path,
                        "the schedule has no effect: the rate would change after " + count(every, "epoch")
                                + ", but training ends after " + epochs)
                .related(Related.at(epochsPath, count(epochs, "epoch")))
                .help("write a number below " + epochs + ", or remove `schedule`");
    }

    /** Restarts of which the first would come after the end of training. */
    public static Diagnostic noRestart(String path, int every, String epochsPath, int epochs) {
        return idle(
                        path,
                        "nothing restarts: the first wave takes " + count(every, "epoch") + ", but training ends after "
                                + epochs)
                .related(Related.at(epochsPath, count(epochs, "epoch")))
                .help("write a number below " + epochs + ", or `schedule: cosine` for one wave over all epochs");
    }

    /** Checkpoints of which the first would come after the end of training. */
    public static Diagnostic lateCheckpoint(String path, int every, String epochsPath, int epochs) {
        return idle(
                        path,
                        "`checkpoints` has no effect: the first would be saved after " + count(every, "epoch")
                                + ", but training ends after " + epochs)
                .related(Related.at(epochsPath, count(epochs, "epoch")))
                .help("write a number below " + epochs + ", or remove `checkpoints`");
    }

    /** A schedule of a training that has one epoch. */
    public static Diagnostic oneEpoch(String path, String epochsPath) {
        return idle(path, "the schedule has no effect: the rate changes from epoch to epoch, and there is one")
                .related(Related.at(epochsPath, "1 epoch"))
                .help("train for more epochs, or remove `schedule`");
    }

    /** A schedule that multiplies by 1. */
    public static Diagnostic factorOne(String path) {
        return idle(path, "the schedule has no effect: a factor of 1 leaves the learning rate as it is")
                .help("write a factor below 1, or remove `schedule`");
    }

    /** A schedule that ends where it starts. */
    public static Diagnostic flatSchedule(String path, double rate, String ratePath) {
        return idle(path, "the schedule has no effect: it starts and ends at " + number(rate))
                .related(Related.at(ratePath, "the rate it starts from"))
                .help("write a `minimum` below " + number(rate) + ", or remove `schedule`");
    }

    /** A dropout that drops nothing. */
    public static Diagnostic dropoutOfNothing(String path, String layer) {
        return idle(path, "the dropout " + quote(layer) + " has no effect: it drops nothing")
                .label("a rate of 0")
                .help("give it a rate above 0, for example `rate: 0.2`, or remove the layer");
    }

    /** A layer that hands on what reaches it. */
    public static Diagnostic identityLayer(String path, String layer, String activation) {
        return idle(path, "the layer " + quote(layer) + " has no effect: " + activation + " changes nothing")
                .help("give it another activation, for example `activation: relu`, or remove the layer");
    }

    /** An order of items where every step takes them all. */
    public static Diagnostic orderOfAll(String path, String batchPath) {
        return Diagnostic.note(
                        "Y009", path, "`shuffle` has no effect: every step takes all items, whatever their order")
                .label(NONE)
                .related(Related.at(batchPath, "all items"))
                .help("remove it, or choose a batch size, for example `batch_size: 32`");
    }

    /** A start that every layer replaces by one of its own. */
    public static Diagnostic replacedStart(String path, String role, String layersPath) {
        return idle(path, quote(path) + " has no effect: every layer has " + role + " of its own")
                .related(Related.at(layersPath, "every layer"))
                .help("remove it, or leave `" + role + "` out of the layers it is meant for");
    }

    /** A layer's start that says nothing. */
    public static Diagnostic emptyStart(String path, String layer) {
        return idle(path, "the initialization of " + quote(layer) + " says nothing")
                .help("add `weights` or `biases`, or remove it");
    }

    /** A column of which nothing is said. */
    public static Diagnostic emptyColumn(String path, String column, String example) {
        return idle(path, "nothing is said of the column " + quote(column))
                .help("write for example `" + example + "`, or remove it");
    }

    /** Threads for a backend that computes on one. */
    public static Diagnostic idleThreads(String path, int threads, String backend, String backendPath) {
        return idle(path, "`threads: " + threads + "` has no effect: " + backend + " computes on one thread")
                .related(Related.at(backendPath, backend))
                .help("remove it, or write `backend: auto`");
    }

    /** A name that occurs again in a list of names. */
    public static Diagnostic repeated(String path, String name, String firstPath) {
        return idle(path, quote(name) + " has no effect: it stands in this list before")
                .label("again")
                .related(Related.at(firstPath, "first"))
                .help("remove one of the two");
    }

    /** Columns taken from a default that does not apply. */
    public static Diagnostic excludeBesideFeatures(String path, String featuresPath) {
        return idle(path, "`exclude` has no effect beside `features`")
                .related(Related.at(featuresPath, "these columns are used, and no others"))
                .note("`exclude` takes columns from those that `features` leaves to the program: all of them where it"
                        + " is absent, or those that a pattern in it matches")
                .help("remove one of the two");
    }

    /** A column excluded that is no feature anyway. */
    public static Diagnostic excludedAnyway(String path, String column, String usePath) {
        return idle(path, "excluding " + quote(column) + " has no effect: it is no feature anyway")
                .related(Related.at(usePath, "used here"))
                .help("remove it from `exclude`");
    }

    /** Labels of images that are not there. */
    public static Diagnostic labelsWithoutImages(String path, String key, String images) {
        return idle(path, quote(key) + " has no effect without " + quote(images))
                .help("name the file of the images in `files: {" + images + ": …}`, or remove it");
    }

    /** An option for two classes, with a loss that has no positive one. */
    public static Diagnostic noPositiveClass(String path, String loss, String lossPath) {
        return idle(path, "`positive_class` has no effect with " + loss)
                .related(Related.at(lossPath, "no class is the positive one"))
                .note("it says which of two classes the output of a binary loss is the probability of")
                .help("remove it, or write `loss: binary_cross_entropy`");
    }

    /** A scale for a target of classes. */
    public static Diagnostic scaledClasses(String path, String loss, String lossPath) {
        return idle(path, "a scale of the target has no effect with " + loss + ": classes are numbered, not scaled")
                .related(Related.at(lossPath, "takes the target for classes"))
                .help("remove it");
    }

    /** Bounds that nothing lies beyond. */
    public static Diagnostic fullClip(String path) {
        return idle(path, "these bounds have no effect: they keep every number")
                .help("write for example `{lower: 0.01, upper: 0.99}`, or remove `clip`");
    }

    /** An order for a column that has none. */
    public static Diagnostic orderOfOtherType(String path, String column, String type, String typePath) {
        return idle(path, "`order` has no effect: the column " + quote(column) + " is " + type)
                .related(Related.at(typePath, "declared here"))
                .help("write `type: ordinal`, or remove `order`");
    }

    /** A format for a column whose cells cannot have it. */
    public static Diagnostic formatOfOtherType(
            String path, String column, String type, String typePath, String typeOfFormat) {
        return idle(path, "`format` has no effect: the column " + quote(column) + " is " + type)
                .related(Related.at(typePath, "declared here"))
                .help("write `type: " + typeOfFormat + "`, or remove `format`");
    }

    /** Preprocessing of a column that is no feature. */
    public static Diagnostic unusedColumn(String path, String column) {
        return idle(path, "this has no effect: the column " + quote(column) + " is no feature")
                .help("remove it, or make the column a feature");
    }

    /** An option for another kind of column. */
    public static Diagnostic otherKindOfColumn(String path, String key, String column, String kind) {
        return idle(path, quote(key) + " has no effect: the column " + quote(column) + " is " + kind)
                .help("remove it");
    }

    /** An option for cells that a built-in source does not have. */
    public static Diagnostic builtIn(String path, String source, String sourcePath) {
        return idle(path, quote(path) + " has no effect with " + source)
                .related(Related.at(sourcePath, "makes numbers, none of them missing"))
                .help("remove it");
    }

    /** Weights of classes where there are several labels. */
    public static Diagnostic weightsOfLabels(String path, String targetsPath) {
        return idle(path, "`class_weights` have no effect with several labels")
                .related(Related.at(targetsPath, "an item has several of them, and no class"))
                .help("remove it; to weigh single items, name a column of weights in `item_weights`");
    }

    /** Shares that something else overrules. */
    public static Diagnostic overruledSplit(String path, String otherPath, String why) {
        return idle(path, "`split` has no effect")
                .related(Related.at(otherPath, why))
                .help("remove one of the two");
    }

    /** The share of a split that has a file of its own. */
    public static Diagnostic overruledShare(String path, String split, String filePath) {
        return idle(path, "the share for " + split + " has no effect")
                .related(Related.at(filePath, "this split has a file of its own"))
                .help("leave it out and let the other shares sum to 1, or remove the file");
    }

    /** A way to split that another one overrules, where it names a column and so has another effect besides. */
    public static Diagnostic overruledColumn(String path, String key, String otherPath, String why) {
        return idle(path, quote(key) + " has no effect on the splits")
                .related(Related.at(otherPath, why))
                .note("the column that it names is still no feature")
                .help("remove one of the two; a column that is to be no feature belongs in `exclude`");
    }

    /** A file for one split beside a column that splits all rows. */
    public static Diagnostic overruledFile(String path, String split, String columnPath) {
        return idle(path, "that this file is for " + split + " has no effect: its rows are read like all others")
                .related(Related.at(columnPath, "says where each row belongs"))
                .help("name the file in `files: {further: […]}`, or remove `split_column`");
    }

    /** A finding left out that does not occur. */
    public static Diagnostic nothingToLeaveOut(String path, String code) {
        return Diagnostic.note("Y009", path, "leaving out " + quote(code) + " has no effect: there is no such finding")
                .label(NONE)
                .help("remove it, so that the finding is shown should it occur one day");
    }
}
