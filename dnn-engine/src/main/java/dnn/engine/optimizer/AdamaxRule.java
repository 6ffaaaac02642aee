package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * m ← β₁m + (1 − β₁)g; u ← max(β₂u, |g| + ε); w ← w − α·m̂/u with m̂ = m/(1 − β₁ᵗ). Kingma and Ba, 2015, section 7.
 * State: m, u.
 *
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε &gt; 0
 */
record AdamaxRule(double beta1, double beta2, double epsilon) implements UpdateRule {
    @Override
    public List<String> states() {
        return List.of("m", "u");
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
            kernels.greatest(beta2, gradients, epsilon, states[1]);
            kernels.subtractOver(learningRate / (1 - Powers.of(beta1, step)), states[0], states[1], parameters);
        }
    }
}
