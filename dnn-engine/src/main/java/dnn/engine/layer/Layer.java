package dnn.engine.layer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A layer at work on one backend. Shapes: input (inputs, m), output (outputs, m). Gradients are those of one item's loss; the mean's 1/m enters with (25), (26). Must be thread-safe: what a pass is about, and what it writes, is in its arguments.
 */
public interface Layer {
    /** Its name in force. */
    String name();

    /** Numbers of an item that reach it. */
    int inputs();

    /** Numbers of an item that it hands on. */
    int outputs();

    /** Computes {@code output} from {@code input}. */
    void forward(Batch batch, Buffer input, Buffer output);

    /**
     * The way back of the last {@link #forward}.
     *
     * @param input what it read
     * @param output what it wrote
     * @param gradient with respect to {@code output}; used up
     * @param inputGradient with respect to {@code input}, written; null where nobody needs it
     * @param parameterGradients of the mean over items, written; one for each tensor, in the order of the declaration
     */
    void backward(
            Batch batch,
            Buffer input,
            Buffer output,
            Buffer gradient,
            @Nullable Buffer inputGradient,
            Buffer[] parameterGradients);

    /** This layer as a link of a chain that a backend may run in one go, if it is one. */
    default Optional<DenseChain.Link> link() {
        return Optional.empty();
    }

    /** Whether the layer has points without derivative, passed where an output changes its sign. */
    default boolean hasKink() {
        return false;
    }
}
