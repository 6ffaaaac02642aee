package dnn.api.optimizer;

import dnn.api.constraint.Finite;
import dnn.api.constraint.ReportedAs;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;

/**
 * s ← s + g², w ← w − αg/(√s + ε): steps shrink where gradients were great. Duchi, Hazan and Singer, 2011; as in
 * PyTorch, with s from 0.
 *
 * @param learningRate α
 * @param epsilon ε &gt; 0, outside the root
 */
@Describe("steps divided by the root of all squared gradients so far")
public record Adagrad(
        @Describe("Step size.") @Finite @Positive(message = "a step must go downhill, and somewhere")
        double learningRate,

        @Describe("Added to the root, against division by zero.")
        @Finite(payload = ReportedAs.T508.class)
        @Positive(message = "it guards a division by zero", payload = ReportedAs.T508.class)
        double epsilon)
        implements Optimizer {

    /** α = 0.01, ε = 1e-10. */
    public static Adagrad defaults() {
        return new Adagrad(0.01, 1e-10);
    }

    @Override
    public UsualRange usualLearningRates() {
        return new UsualRange(1e-4, 1);
    }

    /** A copy with this ε. */
    public Adagrad epsilon(double newEpsilon) {
        return new Adagrad(learningRate, newEpsilon);
    }
}
