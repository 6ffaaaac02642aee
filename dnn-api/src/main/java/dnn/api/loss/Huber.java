package dnn.api.loss;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;

/**
 * J = (1/(n·m)) Σ h(a − y) with h(e) = e²/2 for |e| ≤ δ, else δ(|e| − δ/2): squares of small errors, absolute values of
 * great ones, so that outliers pull with no more than δ. Huber, 1964; as in PyTorch and Keras.
 *
 * @param delta δ &gt; 0, where squares end
 */
@Describe("for numbers with outliers: (a - y)^2/2 up to an error of `delta`, from there on a straight line")
public record Huber(
        @Describe("The error at which squares end and the straight line begins.")
        @Finite
        @Positive(message = "squares end at an error of this size")
        double delta)
        implements FormulaLoss {
    /** δ = 1. */
    public static Huber defaults() {
        return new Huber(1);
    }

    @Override
    public double value(double a, double y) {
        double size = Math.abs(a - y);
        return size <= delta ? size * size / 2 : delta * (size - delta / 2);
    }

    @Override
    public double derivative(double a, double y) {
        return Math.max(-delta, Math.min(delta, a - y));
    }

    @Override
    public double[] kinks() {
        return new double[] {-delta, delta};
    }

    @Override
    public String term(String a) {
        return "h(" + a + " − Y), h(e) = e²/2 for |e| ≤ " + delta + ", else " + delta + "·(|e| − " + delta / 2 + ")";
    }

    @Override
    public String derivativeTerm(String a) {
        return "max(−" + delta + ", min(" + delta + ", " + a + " − Y))";
    }
}
