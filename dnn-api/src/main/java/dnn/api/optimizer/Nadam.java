package dnn.api.optimizer;

import dnn.api.constraint.Finite;
import dnn.api.constraint.ReportedAs;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * {@link Adam} with Nesterov's look ahead: w ← w − α·(μₜ₊₁m/(1 − Πₜ₊₁) + (1 − μₜ)g/(1 − Πₜ))/(√ŝ + ε), with μₜ = β₁(1 −
 * ½·0.96^(tψ)) and Πₜ = μ₁·…·μₜ. Dozat, 2016; as in PyTorch, with ψ = 0.004.
 *
 * @param learningRate α
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0, outside the root
 * @param momentumDecay ψ ≥ 0
 */
@Describe("adam that looks ahead along its mean gradient")
public record Nadam(
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
        double epsilon,

        @Describe("Speed at which the mean gradient comes to count in full.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(message = "it only grows", payload = ReportedAs.T508.class)
        double momentumDecay)
        implements Optimizer {

    /** α = 0.002, β₁ = 0.9, β₂ = 0.999, ε = 1e-8, ψ = 0.004. */
    public static Nadam defaults() {
        return new Nadam(0.002, 0.9, 0.999, 1e-8, 0.004);
    }

    @Override
    public UsualRange usualLearningRates() {
        return new UsualRange(1e-6, 0.1);
    }

    /** A copy with this β₁. */
    public Nadam beta1(double newBeta1) {
        return new Nadam(learningRate, newBeta1, beta2, epsilon, momentumDecay);
    }

    /** A copy with this β₂. */
    public Nadam beta2(double newBeta2) {
        return new Nadam(learningRate, beta1, newBeta2, epsilon, momentumDecay);
    }

    /** A copy with this ε. */
    public Nadam epsilon(double newEpsilon) {
        return new Nadam(learningRate, beta1, beta2, newEpsilon, momentumDecay);
    }

    /** A copy with this momentum decay. */
    public Nadam momentumDecay(double newMomentumDecay) {
        return new Nadam(learningRate, beta1, beta2, epsilon, newMomentumDecay);
    }
}
