package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.bytes;
import static dnn.config.diagnostic.UserText.count;
import static dnn.config.diagnostic.UserText.figure;
import static dnn.config.diagnostic.UserText.list;
import static dnn.config.diagnostic.UserText.number;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.profile.MemoryNeed;
import dnn.api.profile.ProbeReport;
import java.math.BigDecimal;
import java.math.MathContext;
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

    /** T502; {@code rate} is the one written. */
    public static Diagnostic explodingStep(String path, double rate, ProbeReport probe) {
        Diagnostic finding = Diagnostic.error(
                        "T502",
                        path,
                        "one step with the learning rate " + number(probe.learningRate()) + " takes the loss from "
                                + figure(probe.lossBefore()) + " to " + figure(probe.lossAfter()))
                .label("a step of this size overshoots")
                .note("measured on the " + count(probe.items(), "item") + " of the first batch, without training");
        boolean tenthHelps = probe.lossAfterTenth() <= probe.lossBefore();
        return (tenthHelps
                        ? finding.note(
                                "with a tenth of the rate the same step takes it to " + figure(probe.lossAfterTenth()))
                        : finding)
                .help("write `learning_rate: "
                        + number(new BigDecimal(rate / 10)
                                .round(new MathContext(3))
                                .doubleValue()) + "`"
                        + (tenthHelps ? "" : " or less, and look at the scale of the features and the weights"));
    }

    /** T502 for a loss or gradients that are no numbers from the start. */
    public static Diagnostic notFiniteFromTheStart(String path, ProbeReport probe) {
        boolean loss = !Double.isFinite(probe.lossBefore());
        return Diagnostic.error(
                        "T502",
                        path,
                        loss
                                ? "the loss is " + figure(probe.lossBefore()) + " before the first step"
                                : "the gradients of the first batch are not finite, with a loss of "
                                        + figure(probe.lossBefore()))
                .note("measured on the " + count(probe.items(), "item") + " of the first batch, without training")
                .help("draw smaller weights, or scale the features and the target");
    }

    /** T507. */
    public static Diagnostic sortedAndUnshuffled(String path, String dataPath, String target, int classes) {
        return Diagnostic.warning("T507", path, "the items are sorted by class, and are not shuffled")
                .related(Related.at(
                        dataPath,
                        quote(target) + ": all items of a class, then all of the next, " + classes + " classes"))
                .note("most batches hold a single class, so that each step unlearns what the last one learnt")
                .help("write `shuffle: true`");
    }

    /** A406; {@code fittingBatch} is a batch size with which it would fit, or 0. */
    public static Diagnostic tooMuchMemory(String path, MemoryNeed need, long available, long fittingBatch) {
        boolean tooLong = need.largest() > Integer.MAX_VALUE;
        Diagnostic finding = Diagnostic.error(
                        "A406",
                        path,
                        need.total() > available
                                ? "training takes about " + bytes(need.total()) + " of memory, but there are "
                                        + bytes(available)
                                : "training needs an array of " + need.largest() + " numbers, but the longest has "
                                        + Integer.MAX_VALUE)
                .note("parameters " + bytes(need.parameters()) + ", gradients " + bytes(need.gradients())
                        + ", optimizer " + bytes(need.optimizer()) + ", layers in one step " + bytes(need.layers())
                        + ", data " + bytes(need.data()));
        String smaller = fittingBatch > 0
                ? "write `batch_size: " + fittingBatch + "`"
                : path.startsWith("data") ? "use fewer items" : "use fewer units";
        return finding.help(tooLong ? smaller : smaller + ", or give more memory: `DNN_JAVA_OPTIONS=-Xmx…g`");
    }

    /** A406 where it could not be foreseen; {@code what} memory was being taken for, and the size of the heap. */
    public static Diagnostic memoryRanOut(String what, long heap) {
        return Diagnostic.error(
                        "A406", "", "the memory of " + bytes(heap) + " ran out while it was being taken for " + what)
                .note("what was there before is unchanged, and the last checkpoint of a training is kept")
                .help("give more memory, `DNN_JAVA_OPTIONS=-Xmx…g`, or use fewer items, units or threads");
    }

    /** A407 as a probe finds it. */
    public static Diagnostic deadUnits(String path, ProbeReport.Rectified layer, int items) {
        return Diagnostic.warning(
                        "A407",
                        path,
                        layer.dead() + " of the " + count(layer.units(), "unit") + " of layer " + quote(layer.name())
                                + " are dead: they give 0 for every item")
                .label(layer.dead() + " of " + layer.units() + " dead on " + count(items, "item"))
                .note("no gradient passes a rectifier that gives 0, so a unit that is 0 for every item hardly recovers")
                .help("scale the features, draw the weights with `he_normal` and zero biases, or use `leaky_relu`");
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

    /** T506 for a metric that is not computed. */
    public static Diagnostic monitorNotComputed(String path, String monitor, String metric, String metricsPath) {
        return Diagnostic.error(
                        "T506", path, "there is no figure " + quote(monitor) + " to monitor: it is not computed")
                .label("needs the metric " + quote(metric))
                .help("add " + quote(metric) + " to " + quote(metricsPath));
    }

    /**
     * T506.
     *
     * @param certain the figure that is certainly meant
     */
    public static Diagnostic unknownMonitor(
            String path, String monitor, List<String> figures, Optional<String> certain) {
        Diagnostic finding = Diagnostic.error("T506", path, "there is no figure " + quote(monitor) + " to monitor")
                .help("the figures there are: " + list(figures, 20));
        Optional<String> similar = Similar.to(monitor, figures);
        if (certain.isPresent() && !certain.equals(similar)) {
            return finding.label("called here " + quote(certain.get()));
        }
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
                        "early stopping can never act: training ends after " + count(epochs, "epoch")
                                + ", before a patience of " + patience)
                .related(Related.at(epochsPath, count(epochs, "epoch")))
                .help(epochs > 1 ? "choose a patience below " + epochs + ", or more epochs" : "train for more epochs");
    }

    /** T512. */
    public static Diagnostic longWarmup(String path, int warmup, String epochsPath, int epochs) {
        return Diagnostic.warning(
                        "T512",
                        path,
                        "the learning rate is still rising when training ends: `warmup` takes " + count(warmup, "epoch")
                                + " of " + epochs)
                .related(Related.at(epochsPath, count(epochs, "epoch")))
                .note("the optimizer's learning rate is never reached, and the schedule never begins")
                .help("warm up for a few epochs, " + (epochs > 20 ? "for example `warmup: 5`" : "or not at all")
                        + ", or train for more than " + warmup);
    }
}
