package dnn.api.optimizer;

import dnn.api.constraint.Finite;
import dnn.api.constraint.ReportedAs;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * w ← w − α·sign(β₁m + (1 − β₁)g) − αλw, then m ← β₂m + (1 − β₂)g: every number takes a step of one size. Weights alone
 * decay. Chen et al., 2023.
 *
 * @param learningRate α
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param weightDecay λ ≥ 0
 */
@Describe("steps of one size, by the sign of a mean gradient")
public record Lion(
        @Describe("Step size.") @Finite @Positive(message = "a step must go downhill, and somewhere")
        double learningRate,

        @Describe("Share of the last mean gradient that is kept in the step.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(message = "it is a share", payload = ReportedAs.T508.class)
        @DecimalMax(
                value = "1",
                inclusive = false,
                message = "a mean that never takes in a new gradient stays 0",
                payload = ReportedAs.T508.class)
        double beta1,

        @Describe("Share of the last mean gradient that is kept for the next.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(message = "it is a share", payload = ReportedAs.T508.class)
        @DecimalMax(
                value = "1",
                inclusive = false,
                message = "a mean that never takes in a new gradient stays 0",
                payload = ReportedAs.T508.class)
        double beta2,

        @Describe("Share of each weight that a step of size 1 takes away, beside the gradient; biases keep theirs.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(message = "weights would grow", payload = ReportedAs.T508.class)
        double weightDecay)
        implements Optimizer {

    /** α = 1e-4, β₁ = 0.9, β₂ = 0.99, λ = 0. */
    public static Lion defaults() {
        return new Lion(1e-4, 0.9, 0.99, 0);
    }

    @Override
    public UsualRange usualLearningRates() {
        return new UsualRange(1e-6, 0.01);
    }

    /** A copy with this β₁. */
    public Lion beta1(double newBeta1) {
        return new Lion(learningRate, newBeta1, beta2, weightDecay);
    }

    /** A copy with this β₂. */
    public Lion beta2(double newBeta2) {
        return new Lion(learningRate, beta1, newBeta2, weightDecay);
    }

    /** A copy with this weight decay. */
    public Lion weightDecay(double newWeightDecay) {
        return new Lion(learningRate, beta1, beta2, newWeightDecay);
    }
}
