package dnn.api.schedule;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;

/**
 * α_t = α · factorᵗ in epoch t = 0, 1, ….
 *
 * @param factor in (0, 1]
 */
@Describe("the learning rate is multiplied by a factor after every epoch")
public record Exponential(
        @Describe("The factor of one epoch.")
        @Finite
        @Positive(message = "the learning rate must stay positive")
        @DecimalMax(value = "1", message = "above 1 the learning rate grows without bound")
        double factor)
        implements Schedule {

    /** 5 % less every epoch. */
    public static Exponential defaults() {
        return new Exponential(0.95);
    }
}
