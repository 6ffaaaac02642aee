package dnn.api.activation;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;

/**
 * σ(z) = z for z &gt; 0, else α·(e^(z/α) − 1); σ′(z) = 1 for z &gt; 0, else e^(z/α): without a kink for every α.
 * Barron, 2017.
 *
 * @param alpha α, the value that is approached for negative z, without its sign
 */
@Describe("z for positive z, alpha times e^(z/alpha) - 1 otherwise")
public record Celu(
        @Describe("What is approached for negative z, without its sign.")
        @Finite
        @Positive(message = "the function divides by it")
        double alpha)
        implements FormulaActivation {
    /** The customary α = 1. */
    public static Celu defaults() {
        return new Celu(1);
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : alpha * StrictMath.expm1(z / alpha);
    }

    @Override
    public double derivative(double z) {
        return z > 0 ? 1 : StrictMath.exp(z / alpha);
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }

    @Override
    public Range range() {
        return new Range(-alpha, Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean isRectifier() {
        return true;
    }
}
