package dnn.api.optimizer;

import dnn.api.constraint.Finite;
import dnn.api.constraint.ReportedAs;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * The step of {@link Adam}, and beside it w ← w − αλw for weights, so that the decay is not divided by the gradients'
 * size. Biases and what layers learn beside weights do not decay. Loshchilov and Hutter, 2019.
 *
 * @param learningRate α
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0, outside the root
 * @param weightDecay λ ≥ 0
 */
@Named("adamw")
@Describe("adam with weight decay beside the gradient")
public record AdamW(
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

        @Describe("Share of each weight that a step of size 1 takes away, beside the gradient; biases keep theirs.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(message = "weights would grow", payload = ReportedAs.T508.class)
        double weightDecay)
        implements Optimizer {

    /** α = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 1e-8, λ = 0.01. */
    public static AdamW defaults() {
        return new AdamW(0.001, 0.9, 0.999, 1e-8, 0.01);
    }

    @Override
    public UsualRange usualLearningRates() {
        return new UsualRange(1e-6, 0.1);
    }

    /** A copy with this β₁. */
    public AdamW beta1(double newBeta1) {
        return new AdamW(learningRate, newBeta1, beta2, epsilon, weightDecay);
    }

    /** A copy with this β₂. */
    public AdamW beta2(double newBeta2) {
        return new AdamW(learningRate, beta1, newBeta2, epsilon, weightDecay);
    }

    /** A copy with this ε. */
    public AdamW epsilon(double newEpsilon) {
        return new AdamW(learningRate, beta1, beta2, newEpsilon, weightDecay);
    }

    /** A copy with this weight decay. */
    public AdamW weightDecay(double newWeightDecay) {
        return new AdamW(learningRate, beta1, beta2, epsilon, newWeightDecay);
    }
}
