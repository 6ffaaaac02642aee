package dnn.engine.backend;

import java.util.List;

/**
 * A chain of dense layers with a loss at its end: what a backend needs to know to compute predictions, losses and
 * gradients in one go, without a kernel for each formula. Every link reads the outputs of the one before.
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
     */
    public record Link(int units, PointwiseFunction function, Buffer weights, Buffer biases) {}

    /** The losses that may end a chain; their formulas are those of the kernels of the same name. */
    public enum EndLoss {
        /** {@link Kernels#sigmoidCrossEntropy}. */
        SIGMOID_CROSS_ENTROPY,
        /** {@link Kernels#softmaxCrossEntropy}. */
        SOFTMAX_CROSS_ENTROPY,
        /** {@link Kernels#addSquaredError} and its gradient. */
        SQUARED_ERROR
    }

    /**
     * Runs a chain. X is (n_0, items), Y and the outputs of the last link are (n_L, items). An item's outputs do not
     * depend on the others. For one thread at a time.
     */
    public interface Pass {
        /** Writes the outputs of the last link: logits where the loss computes the activation. */
        void predict(Buffer features, Buffer outputs, int items);

        /** Writes the outputs of the last link and adds the items' losses to a scalar. */
        void evaluate(Buffer features, Buffer targets, Buffer outputs, int items, Scalars sums, int index);

        /**
         * Does so, and writes the gradients of the mean over items.
         *
         * @param gradients dW and db of each link
         */
        void step(
                Buffer features,
                Buffer targets,
                Buffer outputs,
                Buffer[][] gradients,
                int items,
                Scalars sums,
                int index);
    }
}
