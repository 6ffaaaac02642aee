package dnn.engine.metric;

import org.apache.commons.math3.analysis.function.Sigmoid;
import org.apache.commons.math3.util.FastMath;

/**
 * The meaning of the numbers that a network gives of an item. From logits everything about probabilities is computed in
 * float64, so that nothing saturates where the backend's numbers would. Immutable and thread-safe.
 */
public enum Meaning {
    /** Numbers as they are: of a target of numbers, or probabilities. */
    VALUES,
    /** Logits z of labels, a_k = 1/(1 + e^−z_k) each; for one of them, of class 1. */
    LOGITS,
    /** Logits z of classes that exclude each other, a_k = e^z_k / Σ_j e^z_j. */
    CLASS_LOGITS;

    private static final Sigmoid SIGMOID = new Sigmoid();

    /** The number above which a single one means class 1. */
    double threshold() {
        return this == LOGITS ? 0 : 0.5;
    }

    /** Turns the numbers of items into A[L], in place; (rows, items) column by column. */
    public void activate(double[] values, int rows, int items) {
        switch (this) {
            case VALUES -> {}
            case LOGITS -> {
                for (int i = 0; i < rows * items; i++) {
                    values[i] = SIGMOID.value(values[i]);
                }
            }
            case CLASS_LOGITS -> {
                for (int i = 0; i < items; i++) {
                    softmax(values, i * rows, rows);
                }
            }
        }
    }

    private static void softmax(double[] values, int from, int rows) {
        double greatest = values[from];
        for (int k = from + 1; k < from + rows; k++) {
            greatest = Math.max(greatest, values[k]);
        }
        double sum = 0;
        for (int k = from; k < from + rows; k++) {
            values[k] = FastMath.exp(values[k] - greatest);
            sum += values[k];
        }
        for (int k = from; k < from + rows; k++) {
            values[k] /= sum;
        }
    }
}
