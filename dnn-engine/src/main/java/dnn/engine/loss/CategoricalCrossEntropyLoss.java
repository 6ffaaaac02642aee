package dnn.engine.loss;

import dnn.api.activation.Activation;
import dnn.api.activation.Softmax;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import dnn.engine.metric.Meaning;
import java.util.Optional;

/** J = −(1/m) Σ_i Σ_k y log a with a = softmax(z), for targets that sum to 1; dZ = A − Y. Immutable and thread-safe. */
public record CategoricalCrossEntropyLoss() implements LossFunction {
    @Override
    public boolean takesOver(Activation output) {
        return output instanceof Softmax;
    }

    @Override
    public Meaning meaning() {
        return Meaning.CLASS_LOGITS;
    }

    @Override
    public boolean needsLogits() {
        return true;
    }

    @Override
    public Optional<DenseChain.EndLoss> endOfChain() {
        return Optional.of(DenseChain.EndLoss.SOFTMAX_CROSS_ENTROPY);
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
        kernels.softmaxCrossEntropy(values, targets, probabilities, gradient, outputs, items, sums, index);
    }
}
