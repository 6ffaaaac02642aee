package dnn.config.diagnostic;

import static dnn.config.diagnostic.UserText.figure;
import static dnn.config.diagnostic.UserText.flow;
import static dnn.config.diagnostic.UserText.number;
import static dnn.config.diagnostic.UserText.quote;

/** Findings about the column to predict. */
public final class TargetDiagnostics {
    private TargetDiagnostics() {}

    private static String perCent(double share) {
        return number(Math.rint(share * 1000) / 10) + " %";
    }

    /** D607. */
    public static Diagnostic rareClasses(String path, String commonest, double share, boolean two) {
        return Diagnostic.warning("D607", path, perCent(share) + " of the items are of class " + quote(commonest))
                .note("a network that always says " + quote(commonest) + " is right that often")
                .help("let the rare class count in training and in the figures: `class_weights: balanced` "
                        + "and `metrics: "
                        + (two ? "[balanced_accuracy, pr_auc, recall]" : "[balanced_accuracy, f1_macro]")
                        + "`");
    }

    /** D630. */
    public static Diagnostic commonPositiveClass(String path, String positive, double share, String other) {
        return Diagnostic.note(
                        "D630",
                        path,
                        "the positive class " + quote(positive) + " has " + perCent(share) + " of the items")
                .note("it is the second of two in order; f1, precision, recall and pr_auc are of it, and always saying "
                        + quote(positive) + " gives a recall of 1")
                .help("if " + quote(other) + " is what is looked for, add `positive_class: " + flow(other)
                        + "` to `data`; otherwise say `positive_class: " + flow(positive) + "` there");
    }

    /** D631. */
    public static Diagnostic unscaledTarget(
            String path, String column, double mean, double deviation, boolean far, String scale) {
        return Diagnostic.warning(
                        "D631",
                        path,
                        "the target " + quote(column) + " has mean " + figure(mean) + " and standard deviation "
                                + figure(deviation) + ", and is not scaled")
                .note(
                        far
                                ? "outputs start near 0 and a step moves weights by about the learning rate: "
                                        + "they may never get there"
                                : "a step changes outputs by more than the target varies")
                .help("write `preprocessing: {target: {scale: " + scale
                        + "}}`; predictions and metrics stay in the target's own unit");
    }

    /** D632. */
    public static Diagnostic countsAsClasses(String path, String column, int classes) {
        return Diagnostic.note(
                        "D632",
                        path,
                        "the " + classes + " classes of " + quote(column)
                                + " are whole numbers that become more and then less frequent, as counts do")
                .note("classes have no order: giving 9 for 2 is as wrong as giving 3")
                .help("to predict a number, write `loss: mean_squared_error` and a last layer of one unit without "
                        + "activation; if they are classes, write `checks: {D632: ignore}`");
    }
}
