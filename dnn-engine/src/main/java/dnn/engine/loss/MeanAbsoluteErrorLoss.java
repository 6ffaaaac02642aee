package dnn.engine.loss;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;

/** J = (1/(n·m)) Σ |a − y|; dA = sign(A − Y)/n, 0 where they are equal. Immutable and thread-safe. */
public record MeanAbsoluteErrorLoss() implements LossFunction {
    @Override
    public double[] kinks() {
        return new double[] {0};
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
        kernels.addAbsoluteError(values, targets, outputs, items, sums, index);
        kernels.signOfDifference(values, targets, 1.0 / outputs, gradient, outputs * items);
    }
}
