package dnn.engine.loss;

import dnn.api.activation.Activation;
import dnn.api.activation.Softmax;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import dnn.engine.metric.Meaning;
import java.util.Optional;

/** J = −(1/m) Σ_i Σ_k y log a with a = softmax(z), for targets that sum to 1; dZ = A − Y. Thread-safe. */
final class CategoricalCrossEntropyLoss implements LossFunction {
    private final double labelSmoothing;

    /** Made for the first pass and kept, since a pass allocates nothing; outputs are as many in every one. */
    private volatile Smoothing smoothing = new Smoothing(0, 1);

    /** Labels have this share of each spread evenly over all classes. */
    CategoricalCrossEntropyLoss(double labelSmoothing) {
        this.labelSmoothing = labelSmoothing;
    }

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
        return labelSmoothing == 0 ? Optional.of(DenseChain.EndLoss.SOFTMAX_CROSS_ENTROPY) : Optional.empty();
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
        if (labelSmoothing == 0) {
            kernels.softmaxCrossEntropy(values, targets, probabilities, gradient, outputs, items, sums, index);
            return;
        }
        // Smoothed labels lie where the gradient will, which is made of them number by number.
        kernels.activate(over(outputs), targets, gradient, outputs * items);
        kernels.addSoftmaxCrossEntropy(values, gradient, outputs, items, sums, index);
        kernels.softmax(values, probabilities, outputs, items);
        kernels.difference(probabilities, gradient, 1, gradient, outputs * items);
    }

    private Smoothing over(int classes) {
        Smoothing kept = smoothing;
        if (kept.classes() != classes || kept.share() != labelSmoothing) {
            kept = new Smoothing(labelSmoothing, classes);
            smoothing = kept;
        }
        return kept;
    }
}
