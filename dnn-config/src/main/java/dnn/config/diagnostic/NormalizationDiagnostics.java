package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.count;
import static dnn.config.diagnostic.UserText.number;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.path.KeyPaths;

/** Findings about layers that normalize: A408 to A411. */
public final class NormalizationDiagnostics {
    private static final String NOTHING_TO_COMPARE =
            "a number minus the mean of itself is 0: the layer would hand on the same for every item";

    private NormalizationDiagnostics() {}

    private static Diagnostic tooSmall(String path, String layerPath, String layer, String message) {
        return Diagnostic.error("A408", path, message)
                .related(Related.at(layerPath, quote(layer) + " compares the items of a batch with each other"))
                .note(NOTHING_TO_COMPARE);
    }

    /** A408 for batches of one item. */
    public static Diagnostic batchOfOne(String path, String layerPath, String layer) {
        return tooSmall(path, layerPath, layer, "a batch of one item cannot be normalized by " + quote(layer))
                .help("write `batch_size: 32`, or use `layer_norm`, which looks at one item at a time");
    }

    /** A408 for a last batch of one item; {@code fitting} is a batch size that leaves more, or 0. */
    public static Diagnostic lastBatchOfOne(
            String path, String layerPath, String layer, int items, int batch, int fitting) {
        return tooSmall(
                        path,
                        layerPath,
                        layer,
                        "the last batch of an epoch has a single item, which " + quote(layer) + " cannot normalize")
                .label(items == 1 ? "1 item to learn from" : items + " items in batches of " + batch + " leave 1")
                .help(
                        items == 1
                                ? "give training more items, or use `layer_norm`"
                                : "write `batch_size: " + (fitting > 0 ? String.valueOf(fitting) : "full") + "`");
    }

    /** A408 for a last batch of one item in a fold; {@code items} are those that a fold learns from. */
    public static Diagnostic lastBatchOfAFold(
            String path, String layerPath, String layer, int items, int batch, int fitting) {
        return lastBatchOfOne(path, layerPath, layer, items, batch, fitting)
                .related(Related.at(KeyPaths.TRAINING_CROSS_VALIDATION, "a fold learns from " + count(items, "item")));
    }

    /** A408 for batches of few items. */
    public static Diagnostic smallBatches(String path, String layerPath, String layer, int batch) {
        return Diagnostic.warning("A408", path, "batches of " + count(batch, "item") + " are small for " + quote(layer))
                .related(Related.at(layerPath, quote(layer) + " takes mean and variance of each batch"))
                .note("those of so few items are mostly chance, and predictions use running ones instead")
                .help("write `batch_size: 32`, or use `layer_norm`, which looks at one item at a time");
    }

    /** A409. */
    public static Diagnostic singleUnit(String path, String layer, String sizePath) {
        return Diagnostic.error("A409", path, quote(layer) + " normalizes over a single unit")
                .related(Related.at(sizePath, "1 number an item reaches it"))
                .note(NOTHING_TO_COMPARE)
                .help("remove the layer, or put it behind one with more units");
    }

    /** A410; an error where outputs are to be probabilities. */
    public static Diagnostic behindOutput(String path, String layer, boolean classes) {
        String message = "the normalization " + quote(layer) + " stands behind the output";
        Diagnostic finding =
                classes ? Diagnostic.error("A410", path, message) : Diagnostic.warning("A410", path, message);
        return finding.note(
                        classes
                                ? "what it hands on are no longer probabilities"
                                : "it brings predictions to mean 0 and variance 1, which training must undo again")
                .help("put it between hidden layers");
    }

    /** A411; {@code other} is the momentum as it is counted here. */
    public static Diagnostic otherMomentum(String path, String layer, double momentum, String other) {
        return Diagnostic.warning(
                        "A411",
                        path,
                        "with a momentum of " + number(momentum) + " the running mean and variance of " + quote(layer)
                                + " are nearly those of the last batch")
                .note("`momentum` is the share of the new batch, as in PyTorch; Keras writes the share that is kept")
                .help("write `momentum: " + other + "`");
    }
}
