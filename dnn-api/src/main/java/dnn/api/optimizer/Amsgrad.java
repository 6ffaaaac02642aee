package dnn.api.optimizer;

import dnn.api.constraint.Finite;
import dnn.api.constraint.ReportedAs;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * {@link Adam} whose mean square never falls: ŝ is the greatest so far, divided by 1 − β₂ᵗ. Reddi, Kale and Kumar,
 * 2018; as in PyTorch.
 *
 * @param learningRate α
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0, outside the root
 */
@Describe("adam whose mean square never falls")
public record Amsgrad(
        @Describe("Step size.") @Finite @Positive(message = "a step must go downhill, and somewhere")
        double learningRate,

        @Describe("Share of the last mean gradient that is kept.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(message = "it is a share", payload = ReportedAs.T508.class)
        @DecimalMax(
                value = "1",
                inclusive = false,
                message = "a mean that never takes in a new gradient stays 0",
                payload = ReportedAs.T508.class)
        double beta1,

        @Describe("Share of the last mean squared gradient that is kept.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(message = "it is a share", payload = ReportedAs.T508.class)
        @DecimalMax(
                value = "1",
                inclusive = false,
                message = "a mean that never takes in a new gradient stays 0",
                payload = ReportedAs.T508.class)
        double beta2,

        @Describe("Added to the root, against division by zero.")
        @Finite(payload = ReportedAs.T508.class)
        @Positive(message = "it guards a division by zero", payload = ReportedAs.T508.class)
        double epsilon)
        implements Optimizer {

    /** α = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-8. */
    public static Amsgrad defaults() {
        return new Amsgrad(0.001, 0.9, 0.999, 1e-8);
    }

    @Override
    public UsualRange usualLearningRates() {
        return new UsualRange(1e-6, 0.1);
    }

    /** A copy with this β₁. */
    public Amsgrad beta1(double newBeta1) {
        return new Amsgrad(learningRate, newBeta1, beta2, epsilon);
    }

    /** A copy with this β₂. */
    public Amsgrad beta2(double newBeta2) {
        return new Amsgrad(learningRate, beta1, newBeta2, epsilon);
    }

    /** A copy with this ε. */
    public Amsgrad epsilon(double newEpsilon) {
        return new Amsgrad(learningRate, beta1, beta2, newEpsilon);
    }
}
