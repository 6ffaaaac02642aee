package dnn.api.data;

import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * Numbers beyond two quantiles of the training split become those quantiles, before scaling. Quantiles are interpolated
 * linearly between order statistics (Hyndman and Fan, 1996, definition 7).
 *
 * @param lower quantile below which numbers are raised
 * @param upper quantile above which numbers are lowered
 */
@Describe("Numbers beyond two quantiles of the training split become those quantiles.")
public record Clipping(
        @Describe("Share of numbers below the lower bound.")
        @DecimalMin(value = "0", message = "it is a share of the numbers")
        @DecimalMax(value = "1", message = "it is a share of the numbers")
        double lower,

        @Describe("Share of numbers below the upper bound.")
        @DecimalMin(value = "0", message = "it is a share of the numbers")
        @DecimalMax(value = "1", message = "it is a share of the numbers")
        double upper) {

    /** The quantiles 0.01 and 0.99. */
    public static Clipping defaults() {
        return new Clipping(0.01, 0.99);
    }
}
