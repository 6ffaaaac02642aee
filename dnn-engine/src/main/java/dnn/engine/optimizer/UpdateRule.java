package dnn.engine.optimizer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.List;

/**
 * The rule by which gradients move parameters: immutable hyper-parameters, no state that does not follow from them. The
 * learning rate arrives from a schedule. Must be thread-safe: its state is in its arguments.
 */
public interface UpdateRule {
    /** The states it keeps for each parameter from step to step, by the names of its formulas. */
    List<String> states();

    /** λ: beside the step, each weight loses αλ of what it was before. Biases and the like keep what they are. */
    default double weightDecay() {
        return 0;
    }

    /**
     * Moves the parameters, in one pass, unless the guard is marked.
     *
     * @param parameters everything the network trains, changed
     * @param previous the parameters before this step, written
     * @param gradients of the same length; may be used up
     * @param states a buffer of the same length for each of {@link #states()}, from zeros, changed
     * @param learningRate α of this step
     * @param step t, counted from 1
     * @param guard marked when numbers are no longer finite
     */
    void step(
            Kernels kernels,
            Buffer parameters,
            Buffer previous,
            Buffer gradients,
            Buffer[] states,
            double learningRate,
            long step,
            Scalars guard);
}
