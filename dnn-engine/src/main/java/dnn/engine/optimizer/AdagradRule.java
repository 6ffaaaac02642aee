package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * s ← s + g²; w ← w − αg/(√s + ε). Duchi, Hazan and Singer, 2011. State: s.
 *
 * @param epsilon ε &gt; 0
 */
record AdagradRule(double epsilon) implements UpdateRule {
    @Override
    public List<String> states() {
        return List.of("s");
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
            kernels.addScaledSquares(1, gradients, 1, states[0]);
            kernels.subtractOverRoot(learningRate, gradients, 1, states[0], epsilon, parameters);
        }
    }
}
