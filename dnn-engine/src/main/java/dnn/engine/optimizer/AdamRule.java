package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g²; w ← w − α·m̂/(√ŝ + ε) with m̂ = m/(1 − β₁ᵗ), ŝ = s/(1 − β₂ᵗ). Kingma and
 * Ba, 2015. State: m, s.
 *
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0
 */
record AdamRule(double beta1, double beta2, double epsilon) implements UpdateRule {
    @Override
    public List<String> states() {
        return List.of("m", "s");
    }

    @Override
    public void step(
            Kernels kernels,
            Buffer parameters,
            Buffer previous,
            Buffer gradients,
            Buffer[] states,
            double learningRate,
            long step,
            Scalars guard) {
        kernels.adamStep(
                parameters,
                previous,
                gradients,
                states[0],
                states[1],
                learningRate,
                beta1,
                beta2,
                epsilon,
                1 - Powers.of(beta1, step),
                1 - Powers.of(beta2, step),
                guard);
    }
}
