package dnn.engine.backend;

import java.util.List;

/**
 * A chain of dense layers with a loss at its end: what a backend needs to know to compute losses and gradients of a step in one go, without a kernel for each
 * formula. Every link reads the outputs of the one before.
 *
 * @param inputs n_0
 * @param links layers 1 to L
 * @param loss what is computed of the last link's outputs
 */
public record DenseChain(int inputs, List<Link> links, EndLoss loss) {
    public DenseChain {
        links = List.copyOf(links);
    }

    /**
     * Layer l: A[l] = σ(W·A[l−1] + b).
     *
     * @param units n_l
     * @param function σ; the identity where the loss computes the activation
     * @param weights W (n_l, n_{l−1}), row by row
     * @param biases b
     * @param weightGradient dW, written
     * @param biasGradient db, written
     */
    public record Link(
            int units,
            PointwiseFunction function,
            Buffer weights,
            Buffer biases,
            Buffer weightGradient,
            Buffer biasGradient) {}

    /** The losses that may end a chain; their formulas are those of the kernels of the same name. */
    public enum EndLoss {
        /** {@link Kernels#sigmoidCrossEntropy}. */
        SIGMOID_CROSS_ENTROPY,
        /** {@link Kernels#softmaxCrossEntropy}. */
        SOFTMAX_CROSS_ENTROPY,
        /** {@link Kernels#addSquaredError} and its gradient. */
        SQUARED_ERROR
    }

    /** Runs a chain. */
    @FunctionalInterface
    public interface Pass {
        /**
         * Adds the items' losses to a scalar, writes A[L] and the gradients of the mean over items.
         *
         * @param features X, (n_0, items)
         * @param targets Y, (n_L, items)
         * @param probabilities A[L], (n_L, items), written
         */
        void run(Buffer features, Buffer targets, Buffer probabilities, int items, Scalars sums, int index);
    }
}
