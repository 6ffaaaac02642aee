package dnn.engine.loss;

import dnn.api.loss.ScalarLoss;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;

/**
 * A loss of each output by itself for which no backend has kernels of its own. Immutable and thread-safe.
 *
 * @param loss l and l′
 */
public record ScalarLossFunction(ScalarLoss loss) implements LossFunction {
    @Override
    public double[] kinks() {
        return loss.kinks();
    }

    @Override
    public void evaluate(
            Kernels kernels,
            Buffer values,
            Buffer targets,
            Buffer probabilities,
            Buffer gradient,
            int outputs,
            int items,
            Scalars sums,
            int index) {
        kernels.scalarLoss(loss, values, targets, gradient, outputs, items, sums, index);
    }
}
