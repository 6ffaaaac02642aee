package dnn.examples.plugin;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import dnn.api.optimizer.CustomOptimizer;
import jakarta.validation.constraints.Positive;

/**
 * w ← w − α·sign(g): every parameter moves by the same step (Bernstein and others, signSGD, ICML 2018).
 *
 * @param learningRate α
 */
@Describe("a step of one size for every parameter, against the sign of its gradient")
public record SignDescent(
        @Describe("Step size.") @Finite @Positive(message = "a step must go downhill, and somewhere")
        double learningRate)
        implements CustomOptimizer {

    /** α = 0.001. */
    public static SignDescent defaults() {
        return new SignDescent(0.001);
    }

    @Override
    public UsualRange usualLearningRates() {
        return new UsualRange(1e-6, 0.1);
    }
}
