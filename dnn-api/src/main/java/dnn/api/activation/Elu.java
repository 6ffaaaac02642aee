package dnn.api.activation;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * σ(z) = z for z &gt; 0, else α·(e^z − 1); σ′(z) = 1 for z &gt; 0, else α·e^z. Clevert et al., 2016.
 *
 * @param alpha α, the value that is approached for negative z, without its sign
 */
@Describe("z for positive z, alpha times e^z - 1 otherwise")
public record Elu(
        @Describe("What is approached for negative z, without its sign.")
        @Finite
        @PositiveOrZero(message = "a negative factor would turn the function back up")
        double alpha)
        implements FormulaActivation {
    /** The customary α = 1. */
    public static Elu defaults() {
        return new Elu(1);
    }

    @Override
    public double value(double z) {
        return z > 0 ? z : alpha * StrictMath.expm1(z);
    }

    @Override
    public double derivative(double z) {
        return z > 0 ? 1 : alpha * StrictMath.exp(z);
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
