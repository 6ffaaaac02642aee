package dnn.engine.loss;

import dnn.api.activation.Activation;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import dnn.engine.metric.Meaning;
import java.util.Optional;

/**
 * A loss J, the mean over items of each item's loss. A loss that takes over the output's activation reads logits Z[L]
 * and gives dZ[L] itself, which neither overflows nor cancels. Must be thread-safe: what a pass needs is in its
 * arguments.
 */
public interface LossFunction {
    /** Tells whether this loss computes the activation together with itself. */
    default boolean takesOver(Activation output) {
        return false;
    }

    /** The meaning of the outputs that it {@link #takesOver} the activation of. */
    default Meaning meaning() {
        return Meaning.VALUES;
    }

    /** Tells whether the loss is undefined without {@link #takesOver} an activation. */
    default boolean needsLogits() {
        return false;
    }

    /** The errors a − y at which the derivative or its slope jumps. */
    default double[] kinks() {
        return new double[0];
    }

    /** This loss as the end of a chain that a backend may run in one go, if it can be one. */
    default Optional<DenseChain.EndLoss> endOfChain() {
        return Optional.empty();
    }

    /**
     * Adds Σ_i of the items' losses to a scalar and writes the gradient of each item's loss, without the mean's 1/m.
     *
     * @param values Z[L] where the activation is taken over, else A[L]; (outputs, items)
     * @param targets Y, (outputs, items)
     * @param probabilities A[L], written where the activation is taken over, else left alone; (outputs, items)
     * @param gradient with respect to {@code values}, written; (outputs, items)
     */
    void evaluate(
            Kernels kernels,
            Buffer values,
            Buffer targets,
            Buffer probabilities,
            Buffer gradient,
            int outputs,
            int items,
            Scalars sums,
            int index);
}
