package dnn.api.loss;

import dnn.api.activation.Activation;
import java.math.BigDecimal;

/** The loss that training minimizes: a function of the network's outputs A[L] and the targets Y. */
public sealed interface Loss
        permits BinaryCrossEntropy,
                CategoricalCrossEntropy,
                MeanSquaredError,
                MeanAbsoluteError,
                FormulaLoss,
                CustomLoss {

    /** The meaning of a target column under this loss. */
    TargetKind targetKind();

    /**
     * Tells whether the loss is defined on what this activation gives and its gradient teaches the network what it
     * should.
     */
    boolean accepts(Activation output);

    /** The numbers that targets may be, in their own units; without meaning for classes. */
    default Domain targetDomain() {
        return Domain.REALS;
    }

    /** The numbers that outputs may be; without meaning for classes. */
    default Domain outputDomain() {
        return Domain.REALS;
    }

    /**
     * The loss as an equation, for people.
     *
     * @param a how A[L] is written
     * @param outputs n_L
     * @param items m
     */
    String formula(String a, int outputs, int items);

    /**
     * The start of the backward pass in words, times m (the lecture divides by m in (25), (26)): dZ[L] if
     * {@link #startsFromLogits()}, else dA[L].
     *
     * @param a how A[L] is written
     * @param outputs n_L
     */
    String gradientFormula(String a, int outputs);

    /**
     * Tells whether the loss is computed from Z[L] together with the output activation, so that dZ[L] is known without
     * σ′.
     */
    default boolean startsFromLogits() {
        return targetKind() == TargetKind.CLASSES;
    }

    /** Tells whether one output tells two classes apart, as opposed to an output for each class. */
    default boolean isBinary() {
        return targetKind() == TargetKind.CLASSES && outputsFor(3) == 1;
    }

    /** {@code 1/m} or {@code 1/(n·m)}, in parentheses: the mean over outputs and items. */
    static String meanOver(int outputs, int items) {
        return outputs == 1 ? "(1/" + items + ")" : "(1/(" + outputs + "·" + items + "))";
    }

    /** Y with a share ε of each label spread evenly over k classes, for people. */
    static String smoothed(double share, int classes) {
        return share == 0
                ? "Y"
                : "(" + BigDecimal.ONE.subtract(BigDecimal.valueOf(share)) + "·Y + " + share + "/" + classes + ")";
    }

    /**
     * The number of outputs, n_L, that a network needs under this loss.
     *
     * @param classes of the target; without meaning for a numeric one, which is one column
     */
    int outputsFor(int classes);
}
