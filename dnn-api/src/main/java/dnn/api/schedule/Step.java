package dnn.api.schedule;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Required;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;

/**
 * α_t = α · factor^⌊t/every⌋ in epoch t = 0, 1, ….
 *
 * @param every epochs between two drops
 * @param factor in (0, 1]
 */
@Describe("the learning rate is multiplied by a factor every so many epochs")
public record Step(
        @Required @Describe("Epochs between two drops.") @Positive(message = "a drop needs at least one epoch")
        int every,

        @Describe("The factor of one drop.")
        @Finite
        @Positive(message = "the learning rate must stay positive")
        @DecimalMax(value = "1", message = "above 1 the learning rate grows without bound")
        double factor)
        implements Schedule {

    /** A tenth at every drop; how often is required. */
    public static Step defaults() {
        return new Step(1, 0.1);
    }
}
