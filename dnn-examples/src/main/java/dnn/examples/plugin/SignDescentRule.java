package dnn.examples.plugin;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import dnn.engine.optimizer.UpdateRule;
import java.util.List;

/** Runs {@link SignDescent}. State: none. */
record SignDescentRule() implements UpdateRule {
    @Override
    public List<String> states() {
        return List.of();
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
        if (kernels.read(guard, 0) != 0) {
            return;
        }
        int count = parameters.length();
        kernels.copy(parameters, previous, count);
        double[] moved = new double[count];
        double[] slopes = new double[count];
        kernels.read(parameters, count, moved);
        kernels.read(gradients, count, slopes);
        for (int i = 0; i < count; i++) {
            moved[i] -= learningRate * Math.signum(slopes[i]);
        }
        kernels.write(moved, 0, parameters);
    }
}
