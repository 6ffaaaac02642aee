package dnn.api.schedule;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * α_t = minimum + ½(α − minimum)(1 + cos(π t/T)) in epoch t = 0 … T − 1 of T. Loshchilov and Hutter, 2017, without
 * restarts.
 *
 * @param minimum the learning rate approached at the end
 */
@Describe("the learning rate falls along half a cosine wave over all epochs")
public record Cosine(
        @Describe("The learning rate approached at the end.")
        @Finite
        @PositiveOrZero(message = "a step must not go uphill")
        double minimum)
        implements Schedule {

    /** Down to 0. */
    public static Cosine defaults() {
        return new Cosine(0);
    }

    /** A copy that goes down to this rate. */
    public Cosine minimum(double rate) {
        return new Cosine(rate);
    }
}
