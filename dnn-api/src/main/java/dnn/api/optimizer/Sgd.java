package dnn.api.optimizer;

import dnn.api.constraint.Finite;
import dnn.api.constraint.ReportedAs;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Gradient descent: w ← w − αg; with momentum μ: v ← μv + g, w ← w − αv; with Nesterov's correction w ← w − α(g + μv),
 * as in PyTorch.
 *
 * @param learningRate α
 * @param momentum μ in [0, 1)
 * @param nesterov whether to look ahead
 */
@Describe("gradient descent, with momentum and Nesterov's correction on request")
public record Sgd(
        @Describe("Step size.") @Finite @Positive(message = "a step must go downhill, and somewhere")
        double learningRate,

        @Describe("Share of the last velocity that is kept.")
        @Finite(payload = ReportedAs.T508.class)
        @PositiveOrZero(message = "a negative momentum undoes each step", payload = ReportedAs.T508.class)
        @DecimalMax(
                value = "1",
                inclusive = false,
                message = "a velocity that never fades grows without bound",
                payload = ReportedAs.T508.class)
        double momentum,

        @Describe("Evaluate the momentum step ahead.") boolean nesterov)
        implements Optimizer {

    /** α = 0.01, no momentum. */
    public static Sgd defaults() {
        return new Sgd(0.01, 0, false);
    }

    /** A copy with this momentum. */
    public Sgd momentum(double newMomentum) {
        return new Sgd(learningRate, newMomentum, nesterov);
    }

    /** A copy with Nesterov's correction switched on or off. */
    public Sgd nesterov(boolean lookAhead) {
        return new Sgd(learningRate, momentum, lookAhead);
    }

    @Override
    public UsualRange usualLearningRates() {
        return new UsualRange(1e-5, 2);
    }
}
