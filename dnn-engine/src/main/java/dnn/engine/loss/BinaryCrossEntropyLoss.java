package dnn.engine.loss;

import dnn.api.activation.Activation;
import dnn.api.activation.Sigmoid;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.PointwiseFunction;
import dnn.engine.backend.Scalars;
import dnn.engine.metric.Meaning;
import java.util.Optional;

/**
 * J = −(1/(n·m)) Σ [ y log a + (1 − y) log(1 − a) ] with a = σ(z) (5), (24); dZ = (A − Y)/n, for one output the
 * lecture's A − Y (6). Immutable and thread-safe.
 *
 * @param smoothing of labels
 */
record BinaryCrossEntropyLoss(Smoothing smoothing) implements LossFunction {
    @Override
    public boolean takesOver(Activation output) {
        return output instanceof Sigmoid;
    }

    @Override
    public Meaning meaning() {
        return Meaning.LOGITS;
    }

    @Override
    public boolean needsLogits() {
        return true;
    }

    @Override
    public Optional<DenseChain.EndLoss> endOfChain() {
        return smoothing.share() == 0 ? Optional.of(DenseChain.EndLoss.SIGMOID_CROSS_ENTROPY) : Optional.empty();
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
        if (smoothing.share() == 0) {
            kernels.sigmoidCrossEntropy(values, targets, probabilities, gradient, outputs, items, sums, index);
            return;
        }
        // Smoothed labels lie where the gradient will, which is made of them number by number.
        int count = outputs * items;
        kernels.activate(smoothing, targets, gradient, count);
        kernels.addSigmoidCrossEntropy(values, gradient, outputs, items, sums, index);
        kernels.activate(PointwiseFunction.SIGMOID, values, probabilities, count);
        kernels.difference(probabilities, gradient, 1.0 / outputs, gradient, count);
    }
}
