package dnn.api.schedule;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Required;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * α_t = minimum + ½(α − minimum)(1 + cos(π s/T_i)), s epochs after the last restart, where the waves take T_0 = every,
 * T_1 = growth·T_0, T_2 = growth·T_1, … epochs. Loshchilov and Hutter, 2017.
 *
 * @param every epochs of the first wave
 * @param growth how many times as long each wave is as the one before
 * @param minimum the learning rate approached at the end of each wave
 */
@Describe("the learning rate falls along half cosine waves, one after another, and starts anew with each")
public record CosineRestarts(
        @Required @Describe("Epochs of the first wave.") @Positive(message = "a wave needs at least one epoch")
        int every,

        @Describe("How many times as long each wave is as the one before.")
        @Positive(message = "a wave needs at least one epoch")
        int growth,

        @Describe("The learning rate approached at the end of each wave.")
        @Finite
        @PositiveOrZero(message = "a step must not go uphill")
        double minimum)
        implements Schedule {

    /** Waves of one length, down to 0; which length is required. */
    public static CosineRestarts defaults() {
        return new CosineRestarts(1, 1, 0);
    }

    /** A copy whose waves become longer by this factor. */
    public CosineRestarts growth(int newGrowth) {
        return new CosineRestarts(every, newGrowth, minimum);
    }

    /** A copy that goes down to this rate. */
    public CosineRestarts minimum(double rate) {
        return new CosineRestarts(every, growth, rate);
    }
}
