package dnn.api.activation;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * σ(z) = z for z &gt; 0, else slope · z; σ′(z) = 1 for z &gt; 0, else slope.
 *
 * @param slope factor for negative z, in [0, 1)
 */
@Describe("z for positive z, slope times z otherwise")
public record LeakyRelu(
        @Describe("Factor for negative z.")
        @Finite
        @PositiveOrZero(message = "a negative slope would turn the function back up")
        @DecimalMax(value = "1", inclusive = false, message = "with a slope of 1 the function is the identity")
        double slope)
        implements Activation {

    /** The customary slope of 0.01. */
    public static LeakyRelu defaults() {
        return new LeakyRelu(0.01);
    }

    @Override
    public Range range() {
        return slope == 0 ? new Range(0, Double.POSITIVE_INFINITY) : Range.REALS;
    }

    @Override
    public double atZero() {
        return 0;
    }

    @Override
    public double derivativeAtZero() {
        return slope;
    }

    @Override
    public boolean isRectifier() {
        return true;
    }
}
