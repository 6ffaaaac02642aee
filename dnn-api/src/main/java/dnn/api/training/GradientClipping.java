package dnn.api.training;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import dnn.api.grammar.KeyedBy;
import dnn.api.grammar.Named;
import dnn.api.grammar.Required;
import jakarta.validation.constraints.Positive;

/** A bound on gradients before a step. */
public sealed interface GradientClipping permits GradientClipping.ByNorm, GradientClipping.ByValue {

    /**
     * g ← g · min(1, norm/‖g‖₂), ‖g‖₂ over all parameters together.
     *
     * @param norm greatest length of the whole gradient
     */
    @Named("norm")
    @KeyedBy("norm")
    @Describe("the whole gradient is scaled down to a greatest length")
    record ByNorm(
            @Required @Describe("Greatest length.") @Finite @Positive(message = "a bound of 0 stops training")
            double norm)
            implements GradientClipping {
        /** A placeholder: the norm is required. */
        public static ByNorm defaults() {
            return new ByNorm(1);
        }
    }

    /**
     * g ← max(−value, min(value, g)), number by number.
     *
     * @param value greatest absolute value
     */
    @Named("value")
    @KeyedBy("value")
    @Describe("every number of the gradient is cut off at a greatest absolute value")
    record ByValue(
            @Required @Describe("Greatest absolute value.") @Finite @Positive(message = "a bound of 0 stops training")
            double value)
            implements GradientClipping {
        /** A placeholder: the value is required. */
        public static ByValue defaults() {
            return new ByValue(1);
        }
    }
}
