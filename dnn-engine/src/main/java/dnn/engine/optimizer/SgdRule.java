package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * w ← w − αg; with momentum v ← μv + g, w ← w − αv; with Nesterov's correction w ← w − α(g + μv), as in PyTorch. State:
 * v.
 *
 * @param momentum μ in [0, 1)
 * @param nesterov whether to look ahead
 */
record SgdRule(double momentum, boolean nesterov) implements UpdateRule {
    @Override
    public List<String> states() {
        return momentum == 0 ? List.of() : List.of("v");
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
        if (momentum == 0) {
            kernels.sgdStep(parameters, previous, gradients, learningRate, guard);
        } else {
            kernels.momentumStep(parameters, previous, gradients, states[0], learningRate, momentum, nesterov, guard);
        }
    }
}
