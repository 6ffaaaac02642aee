package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * The step of Adam with weights that decay beside it. Loshchilov and Hutter, 2019. State: m, s.
 *
 * @param adam the step
 * @param weightDecay λ ≥ 0
 */
record AdamWRule(AdamRule adam, double weightDecay) implements UpdateRule {
    @Override
    public List<String> states() {
        return adam.states();
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
        adam.step(kernels, parameters, previous, gradients, states, learningRate, step, guard);
    }
}
