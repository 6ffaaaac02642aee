package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * s ← ρs + (1 − ρ)g²; w ← w − αg/(√s + ε). Tieleman and Hinton, 2012. State: s.
 *
 * @param decay ρ in [0, 1)
 * @param epsilon ε &gt; 0
 */
record RmsPropRule(double decay, double epsilon) implements UpdateRule {
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
        kernels.rmsPropStep(parameters, previous, gradients, states[0], learningRate, decay, epsilon, guard);
    }
}
