package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.figure;
import static dnn.config.diagnostic.UserText.list;
import static dnn.config.diagnostic.UserText.number;
import static dnn.config.diagnostic.UserText.quote;

import dnn.api.activation.Activation;
import dnn.api.loss.Domain;
import dnn.api.profile.CellTally;
import dnn.api.profile.ValueCount;
import java.util.List;

/** The O family: outputs, losses, labels and metrics that do not go together. */
public final class OutputDiagnostics {
    private static final int FEW = 12;

    private OutputDiagnostics() {}

    /** O301. */
    public static Diagnostic squaredErrorForClasses(
            String path, String loss, String activationPath, String activation) {
        return Diagnostic.warning("O301", path, loss + " behind " + activation + ", for a target of classes")
                .related(Related.at(activationPath, activation))
                .note("where the network is confidently wrong, the derivative of " + activation
                        + " and with it the gradient vanishes")
                .help("write `loss: " + (activation.equals("softmax") ? "categorical" : "binary") + "_cross_entropy`");
    }

    /** O302. */
    public static Diagnostic notAProbability(
            String path, String activation, double low, double high, String lossPath, String loss) {
        String range = given(low, high);
        return Diagnostic.error("O302", path, loss + " needs one probability, but " + activation + " gives " + range)
                .label(range)
                .related(Related.at(lossPath, loss + " takes log a and log (1 − a)"))
                .note("the logarithm is not defined outside (0, 1)")
                .help("write `activation: sigmoid` in the last layer");
    }

    private static String bound(double value) {
        return Double.isInfinite(value) ? (value < 0 ? "−∞" : "∞") : number(value);
    }

    /** O302 for outputs that depend on each other. */
    public static Diagnostic coupledOutputs(String path, String activation, String lossPath, String loss) {
        return Diagnostic.error(
                        "O302",
                        path,
                        loss + " needs one probability, but the outputs of " + activation + " depend on each other")
                .related(Related.at(lossPath, loss))
                .help("write `activation: sigmoid` in the last layer, or `loss: categorical_cross_entropy`");
    }

    /** O305. */
    public static Diagnostic squashedTwice(String path, String second, String firstPath, String first) {
        boolean bounded = !first.equals("relu");
        return Diagnostic.error(
                        "O305",
                        path,
                        "the output passes " + first + " and then " + second
                                + (bounded ? ": it is squashed twice" : ": it is never below one half"))
                .label("the second function")
                .related(Related.at(firstPath, "the first function"))
                .note(
                        bounded
                                ? "what is between 0 and 1 already becomes probabilities that are all alike, so that no"
                                        + " output can be near 0 or 1"
                                : first + " gives no negative numbers, and the probability of 0 is one half: the first"
                                        + " class is never predicted")
                .help("remove one of the two: a layer with weights followed by " + second + " alone");
    }

    /** O311. */
    public static Diagnostic classWeightsForNumbers(String path, String loss, String lossPath) {
        return Diagnostic.error(
                        "O311", path, "`class_weights` need a target of classes, but " + loss + " is for numbers")
                .related(Related.at(lossPath, "takes the target for a number"))
                .help("remove `class_weights`; to weigh single items, name a column of weights in `item_weights`");
    }

    /** O303. */
    public static Diagnostic softmaxOfOne(String path, String unitsPath) {
        return Diagnostic.error("O303", path, "softmax over one unit is always 1")
                .label("always 1")
                .related(Related.at(unitsPath, "n_L = 1"))
                .note("the gradient of a constant is 0, so nothing is learnt")
                .help("write `activation: sigmoid`, or one unit per class");
    }

    /** O304. */
    public static Diagnostic notADistribution(String path, String activation, String lossPath, String loss) {
        return Diagnostic.error(
                        "O304", path, loss + " needs outputs that sum to 1, but those of " + activation + " do not")
                .related(Related.at(lossPath, loss + " compares probabilities over all classes"))
                .note("the loss could fall without the right class becoming more likely than the others")
                .help("write `activation: softmax` in the last layer");
    }

    /** O306. */
    public static Diagnostic notTwoClasses(String path, String loss, List<String> classes, int count, String dataPath) {
        String found = classes.isEmpty() ? "" : ": " + list(classes, FEW);
        return Diagnostic.error("O306", path, loss + " tells two classes apart, but the target has " + count)
                .related(Related.at(dataPath, UserText.count(count, "value") + found))
                .help(
                        count > 2
                                ? "write `loss: categorical_cross_entropy` and softmax over " + count + " units"
                                : "use data in which the target varies");
    }

    /** O307. */
    public static Diagnostic unseenLabels(String table, List<ValueCount> labels) {
        return Diagnostic.error(
                        "O307",
                        "",
                        "the target of " + quote(table) + " has labels that training has not seen: "
                                + UserText.counts(labels, FEW))
                .note("a network can only tell apart the classes it was trained on")
                .help("leave these rows out, or train again with data that has them");
    }

    /** O310. */
    public static Diagnostic initialLoss(String path, double loss, double chance, int classes) {
        return Diagnostic.warning(
                        "O310",
                        path,
                        "the loss of the untrained network is " + figure(loss) + ", far from the " + figure(chance)
                                + " of one that knows nothing")
                .label("ln " + classes + " = " + figure(chance) + " is expected")
                .note(
                        loss > chance
                                ? "likely causes: weights drawn too large, features that are not scaled"
                                : "likely causes: a feature that gives the answer away, a batch of a single class")
                .help(
                        loss > chance
                                ? "leave `weights` to the default, and write `preprocessing: {numeric: {scale:"
                                        + " standardize}}`"
                                : "look for a feature that is the target in disguise");
    }

    /** O308; {@code remedy} is an activation that reaches them. */
    public static Diagnostic outOfReach(
            String path,
            String activation,
            Activation.Range range,
            double least,
            double greatest,
            String dataPath,
            String remedy) {
        return Diagnostic.error(
                        "O308",
                        path,
                        activation + " gives numbers from " + bound(range.low()) + " to " + bound(range.high())
                                + ", but the target goes from " + number(least) + " to " + number(greatest))
                .related(Related.at(dataPath, "from " + number(least) + " to " + number(greatest)))
                .note("the network cannot reach such targets")
                .help("write `activation: " + remedy + "` in the last layer");
    }

    /** O309. */
    public static Diagnostic otherTask(String path, String metric, boolean metricIsForClasses, String loss) {
        String forWhat = metricIsForClasses ? "classes" : "numbers";
        String task = metricIsForClasses ? "numbers" : "classes";
        return Diagnostic.warning(
                        "O309",
                        path,
                        metric + " is defined for " + forWhat + ", but " + loss + " makes the target " + task)
                .help("remove it, or choose a loss for " + forWhat);
    }

    /** O313. */
    public static Diagnostic outputsOutside(
            String path, String activation, Activation.Range range, String lossPath, String loss, Domain domain) {
        String given = given(range.low(), range.high());
        return Diagnostic.error(
                        "O313",
                        path,
                        loss + " needs " + domain.words() + " as outputs, but " + activation + " gives " + given)
                .label(given)
                .related(Related.at(lossPath, loss + " is not defined elsewhere"))
                .note(
                        domain == Domain.POSITIVE
                                ? "softplus and exponential give numbers above 0 and no others"
                                : "relu and softplus give numbers from 0 and no others")
                .help("write `activation: softplus` in the last layer");
    }

    private static String given(double low, double high) {
        return Double.isInfinite(low) && Double.isInfinite(high)
                ? "any number"
                : "numbers from " + bound(low) + " to " + bound(high);
    }

    /** O314. */
    public static Diagnostic targetsOutside(
            String path, String column, CellTally cells, String lossPath, String loss, Domain domain) {
        return Diagnostic.error(
                        "O314",
                        path,
                        loss + " needs " + domain.words() + " as targets, but " + quote(column) + " has "
                                + UserText.count(cells.count(), "other cell"))
                .label("the first in row " + cells.firstRow()
                        + cells.file().map(name -> " of " + quote(name)).orElse("") + ": " + quote(cells.sample()))
                .related(Related.at(lossPath, loss + " is not defined elsewhere"))
                .help("correct the cells, or choose a loss for any numbers, such as `loss: huber`");
    }

    /** O315. */
    public static Diagnostic scaledForItsLoss(String path, String scale, String lossPath, String loss, Domain domain) {
        return Diagnostic.error(
                        "O315", path, "scaled by " + scale + ", the target is no longer what " + loss + " is made for")
                .label("other numbers than those of the table")
                .related(Related.at(lossPath, loss + " needs " + domain.words() + " as targets"))
                .note("the loss takes the numbers for what they stand for: counts, amounts or shares of them")
                .help("write `scale: none`, or choose a loss for any numbers, such as `loss: huber`");
    }
}
