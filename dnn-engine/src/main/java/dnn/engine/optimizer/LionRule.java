package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * w ← w − α·sign(β₁m + (1 − β₁)g); m ← β₂m + (1 − β₂)g. Chen et al., 2023. State: m.
 *
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param weightDecay λ ≥ 0
 */
record LionRule(double beta1, double beta2, double weightDecay) implements UpdateRule {
    @Override
    public List<String> states() {
        return List.of("m");
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
            kernels.subtractSign(learningRate, beta1, states[0], 1 - beta1, gradients, parameters);
            kernels.addScaled(1 - beta2, gradients, beta2, states[0]);
        }
    }
}
