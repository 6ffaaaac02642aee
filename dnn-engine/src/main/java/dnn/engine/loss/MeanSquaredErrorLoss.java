package dnn.engine.loss;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.Optional;

/** J = (1/(n·m)) Σ (a − y)²; dA = 2(A − Y)/n. Immutable and thread-safe. */
public record MeanSquaredErrorLoss() implements LossFunction {

    @Override
    public Optional<DenseChain.EndLoss> endOfChain() {
        return Optional.of(DenseChain.EndLoss.SQUARED_ERROR);
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
        kernels.addSquaredError(values, targets, outputs, items, sums, index);
        kernels.difference(values, targets, 2.0 / outputs, gradient, outputs * items);
    }
}
