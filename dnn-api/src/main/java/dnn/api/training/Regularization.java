package dnn.api.training;

import dnn.api.constraint.Finite;
import dnn.api.constraint.ReportedAs;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Penalties on weights, biases excluded: the loss gains λ₁·‖W‖₁ + λ₂/2·‖W‖².
 *
 * @param l1 λ₁
 * @param l2 λ₂
 */
@Describe("Penalties on the size of weights; biases are excluded.")
public record Regularization(
        @Describe("Adds l1 * sum |w|.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(
                message = "a negative penalty rewards weights for growing without bound",
                payload = ReportedAs.T508.class)
        double l1,

        @Describe("Adds l2/2 * sum w^2.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(
                message = "a negative penalty rewards weights for growing without bound",
                payload = ReportedAs.T508.class)
        double l2) {

    /** No penalty. */
    public static Regularization defaults() {
        return new Regularization(0, 0);
    }

    /** Tells whether there is any penalty. */
    public boolean isActive() {
        return l1 != 0 || l2 != 0;
    }
}
