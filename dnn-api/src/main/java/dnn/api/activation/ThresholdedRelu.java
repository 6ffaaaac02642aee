package dnn.api.activation;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * σ(z) = z for z &gt; θ, else 0; σ′(z) = 1 for z &gt; θ, else 0. Konda et al., 2015.
 *
 * @param theta θ, the threshold, from 0
 */
@Describe("z above a threshold, 0 below")
public record ThresholdedRelu(
        @Describe("The threshold.")
        @Finite
        @PositiveOrZero(message = "below 0 the function would give negative numbers")
        double theta)
        implements FormulaActivation {
    /** The customary θ = 1. */
    public static ThresholdedRelu defaults() {
        return new ThresholdedRelu(1);
    }

    @Override
    public double value(double z) {
        return z > theta || Double.isNaN(z) ? z : 0;
    }

    @Override
    public double derivative(double z) {
        return z > theta ? 1 : 0;
    }

    @Override
    public double[] kinks() {
        return new double[] {theta};
    }

    @Override
    public Range range() {
        return new Range(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean isRectifier() {
        return true;
    }
}
