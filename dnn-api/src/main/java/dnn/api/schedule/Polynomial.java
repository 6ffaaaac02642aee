package dnn.api.schedule;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * α_t = minimum + (α − minimum)·(1 − t/T)^power in epoch t = 0 … T − 1 of T.
 *
 * @param power 1 for a straight line
 * @param minimum the learning rate approached at the end
 */
@Describe("the learning rate falls along a straight line, or a power of it, over all epochs")
public record Polynomial(
        @Describe("1 for a straight line; the greater, the sooner the rate falls.")
        @Finite
        @Positive(message = "the rate must fall")
        double power,

        @Describe("The learning rate approached at the end.")
        @Finite
        @PositiveOrZero(message = "a step must not go uphill")
        double minimum)
        implements Schedule {

    /** A straight line down to 0. */
    public static Polynomial defaults() {
        return new Polynomial(1, 0);
    }

    /** A copy with this power. */
    public Polynomial power(double newPower) {
        return new Polynomial(newPower, minimum);
    }

    /** A copy that goes down to this rate. */
    public Polynomial minimum(double rate) {
        return new Polynomial(power, rate);
    }
}
