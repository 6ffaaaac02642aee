package dnn.api.optimizer;

import dnn.api.constraint.Finite;
import dnn.api.constraint.ReportedAs;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * s ← ρs + (1 − ρ)g², w ← w − αg/(√s + ε). Tieleman and Hinton, 2012.
 *
 * @param learningRate α
 * @param decay ρ in [0, 1)
 * @param epsilon ε &gt; 0, outside the root
 */
@Named("rmsprop")
@Describe("steps divided by the running root mean square of the gradient")
public record RmsProp(
        @Describe("Step size.") @Finite @Positive(message = "a step must go downhill, and somewhere")
        double learningRate,

        @Describe("Share of the last mean square that is kept.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(message = "it is a share", payload = ReportedAs.T508.class)
        @DecimalMax(
                value = "1",
                inclusive = false,
                message = "a mean that never takes in a new gradient stays 0",
                payload = ReportedAs.T508.class)
        double decay,

        @Describe("Added to the root, against division by zero.")
        @Finite(payload = ReportedAs.T508.class)
        @Positive(message = "it guards a division by zero", payload = ReportedAs.T508.class)
        double epsilon)
        implements Optimizer {

    /** α = 0.001, ρ = 0.99, ε = 1e-8. */
    public static RmsProp defaults() {
        return new RmsProp(0.001, 0.99, 1e-8);
    }

    @Override
    public UsualRange usualLearningRates() {
        return new UsualRange(1e-6, 0.1);
    }

    /** A copy with this decay ρ. */
    public RmsProp decay(double newDecay) {
        return new RmsProp(learningRate, newDecay, epsilon);
    }

    /** A copy with this ε. */
    public RmsProp epsilon(double newEpsilon) {
        return new RmsProp(learningRate, decay, newEpsilon);
    }
}
