package dnn.api.schedule;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;

/**
 * α_t = α/(1 + speed·t) in epoch t = 0, 1, …. Robbins and Monro, 1951.
 *
 * @param speed 1 for half the rate in the second epoch, a third in the third
 */
@Describe("the learning rate falls like 1/epoch: fast at first, then ever more slowly")
public record InverseTime(
        @Describe("How fast it falls: after 1/speed epochs half of the rate is left.")
        @Finite
        @Positive(message = "the rate must fall")
        double speed)
        implements Schedule {

    /** Half of the rate after ten epochs. */
    public static InverseTime defaults() {
        return new InverseTime(0.1);
    }
}
