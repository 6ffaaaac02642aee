package dnn.api.schedule;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Half a cosine wave from α/start up to α until epoch p = rise·T − 1, and half a wave down to α/(start·end) in the last
 * of T epochs; without a rise where p ≤ 0. Smith and Topin, 2018; as in PyTorch, epoch by epoch.
 *
 * @param rise share of the epochs in which the rate rises
 * @param start what α is divided by in the first epoch
 * @param end what that is divided by in the last
 */
@Describe("the learning rate rises to the optimizer's and falls far below where it began")
public record OneCycle(
        @Describe("Share of the epochs in which the rate rises.")
        @Finite
        @PositiveOrZero(message = "it is a share")
        @DecimalMax(value = "1", inclusive = false, message = "the rate has to fall as well")
        double rise,

        @Describe("What the learning rate is divided by in the first epoch.")
        @Finite
        @DecimalMin(value = "1", message = "the rate begins below the optimizer's")
        double start,

        @Describe("What the first epoch's rate is divided by in the last.")
        @Finite
        @DecimalMin(value = "1", message = "the rate ends below where it began")
        double end)
        implements Schedule {

    /** Three tenths of the epochs up from a 25th, then down to a 250,000th. */
    public static OneCycle defaults() {
        return new OneCycle(0.3, 25, 1e4);
    }

    /** A copy that rises in this share of the epochs. */
    public OneCycle rise(double share) {
        return new OneCycle(share, start, end);
    }

    /** A copy that begins at α divided by this. */
    public OneCycle start(double divisor) {
        return new OneCycle(rise, divisor, end);
    }

    /** A copy that ends at its first rate divided by this. */
    public OneCycle end(double divisor) {
        return new OneCycle(rise, start, divisor);
    }
}
