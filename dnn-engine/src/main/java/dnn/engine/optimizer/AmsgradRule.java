package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g²; v ← max(v, s); w ← w − α·m̂/(√v̂ + ε) with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 −
 * β₂ᵗ). Reddi, Kale and Kumar, 2018. State: m, s, v.
 *
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0
 */
record AmsgradRule(double beta1, double beta2, double epsilon) implements UpdateRule {
    @Override
    public List<String> states() {
        return List.of("m", "s", "v");
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
        if (kernels.read(guard, 0) == 0) {
            kernels.copy(parameters, previous, parameters.length());
            kernels.addScaled(1 - beta1, gradients, beta1, states[0]);
            kernels.addScaledSquares(1 - beta2, gradients, beta2, states[1]);
            kernels.greatest(1, states[1], 0, states[2]);
            kernels.subtractOverRoot(
                    learningRate / (1 - Powers.of(beta1, step)),
                    states[0],
                    1 / (1 - Powers.of(beta2, step)),
                    states[2],
                    epsilon,
                    parameters);
        }
    }
}
