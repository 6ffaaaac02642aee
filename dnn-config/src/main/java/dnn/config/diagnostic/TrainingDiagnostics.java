package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.count;
import static dnn.config.diagnostic.UserText.list;
import static dnn.config.diagnostic.UserText.number;
import static dnn.config.diagnostic.UserText.quote;

import java.util.List;
import java.util.Optional;

/** The A and T families: architectures that waste, and training that cannot work as declared. */
public final class TrainingDiagnostics {
    private TrainingDiagnostics() {}

    /** A401. */
    public static Diagnostic linearLayer(String path, String layer) {
        return Diagnostic.warning("A401", path, "the hidden layer " + quote(layer) + " is linear")
                .note("two linear layers after each other are one matrix: the layer adds parameters and no power")
                .help("give it an activation, for example `activation: relu`, or remove it");
    }

    /** A402. */
    public static Diagnostic manySigmoids(String path, int layers) {
        return Diagnostic.warning("A402", path, count(layers, "hidden layer") + " use the sigmoid")
                .note("its derivative is at most 1/4, so the first layer's gradient shrinks by up to 4^-" + layers)
                .help("write `activation: relu` or `activation: tanh` in hidden layers");
    }

    /** A405. */
    public static Diagnostic dropoutBehindOutput(String path, String layer) {
        return Diagnostic.warning("A405", path, "the dropout " + quote(layer) + " stands behind the output")
                .note("it sets predictions to 0 in training and does nothing else")
                .help("put it between hidden layers");
    }

    /** T501. */
    public static Diagnostic unusualRate(String path, String optimizer, double rate, double low, double high) {
        String effect = rate < low ? "training will hardly move" : "training will probably diverge";
        return Diagnostic.warning(
                        "T501",
                        path,
                        "the learning rate " + number(rate) + " is unusual for " + optimizer + ": " + effect)
                .label("usually from " + number(low) + " to " + number(high))
                .help("choose a rate from " + number(low) + " to " + number(high));
    }

    /** T504. */
    public static Diagnostic batchTooLarge(String path, int batch, int items) {
        return Diagnostic.error(
                        "T504",
                        path,
                        "a batch of " + batch + " is larger than the training split of " + items + " items")
                .label("at most " + items)
                .help("write `batch_size: full`, or a smaller number");
    }

    /** T505. */
    public static Diagnostic lastBatchOfOne(String path, int batch, int items) {
        return Diagnostic.warning("T505", path, "the last batch of an epoch has a single item")
                .label(items + " items in batches of " + batch + " leave 1")
                .note("a step from one item is as large as one from " + batch + ", and mostly noise")
                .help("choose a batch size that leaves more");
    }

    /** T506. */
    public static Diagnostic unknownMonitor(String path, String monitor, List<String> figures) {
        Diagnostic finding = Diagnostic.error("T506", path, "there is no figure " + quote(monitor) + " to monitor")
                .help("the figures there are: " + list(figures, 20));
        Optional<String> similar = Similar.to(monitor, figures);
        return similar.map(near -> finding.label("a figure with a similar name: " + quote(near)))
                .orElse(finding);
    }

    /** T506 for a split that does not exist. */
    public static Diagnostic noValidation(String path, String monitor, String splitPath) {
        return Diagnostic.error("T506", path, quote(monitor) + " is never measured: the validation split is empty")
                .related(Related.at(splitPath, "no share for validation"))
                .help("give `validation` a share of the items, or monitor `train.loss`");
    }

    /** T506 for patience that never ends. */
    public static Diagnostic patienceTooLong(String path, int patience, String epochsPath, int epochs) {
        return Diagnostic.warning(
                        "T506",
                        path,
                        "early stopping can never act: " + count(epochs, "epoch") + " end before a patience of "
                                + patience)
                .related(Related.at(epochsPath, count(epochs, "epoch")))
                .help("choose a patience below " + epochs + ", or more epochs");
    }
}
