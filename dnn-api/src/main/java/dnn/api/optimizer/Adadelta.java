package dnn.api.optimizer;

import dnn.api.constraint.Finite;
import dnn.api.constraint.ReportedAs;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * s ← ρs + (1 − ρ)g², Δ = g·√(d + ε)/√(s + ε), d ← ρd + (1 − ρ)Δ², w ← w − αΔ: steps as large as earlier ones. Zeiler,
 * 2012; as in PyTorch.
 *
 * @param learningRate α, 1 in the paper
 * @param decay ρ in [0, 1)
 * @param epsilon ε &gt; 0, within the roots
 */
@Describe("steps as large as earlier ones, by running means of both")
public record Adadelta(
        @Describe("Step size.") @Finite @Positive(message = "a step must go downhill, and somewhere")
        double learningRate,

        @Describe("Share of the last mean squares that is kept.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(message = "it is a share", payload = ReportedAs.T508.class)
        @DecimalMax(
                value = "1",
                inclusive = false,
                message = "a mean that never takes in a new gradient stays 0",
                payload = ReportedAs.T508.class)
        double decay,

        @Describe("Added to the mean squares, against division by zero.")
        @Finite(payload = ReportedAs.T508.class)
        @Positive(message = "it guards a division by zero", payload = ReportedAs.T508.class)
        double epsilon)
        implements Optimizer {

    /** α = 1, ρ = 0.9, ε = 1e-6. */
    public static Adadelta defaults() {
        return new Adadelta(1, 0.9, 1e-6);
    }

    @Override
    public UsualRange usualLearningRates() {
        return new UsualRange(1e-3, 10);
    }

    /** A copy with this ρ. */
    public Adadelta decay(double newDecay) {
        return new Adadelta(learningRate, newDecay, epsilon);
    }

    /** A copy with this ε. */
    public Adadelta epsilon(double newEpsilon) {
        return new Adadelta(learningRate, decay, newEpsilon);
    }
}
