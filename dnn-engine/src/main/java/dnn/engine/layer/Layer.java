package dnn.engine.layer;

import dnn.engine.activation.Kink;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import java.util.List;
import java.util.Optional;

/**
 * A layer at work on one backend. What it reads and hands on is stored column by column, an item a column. Gradients of
 * inputs and outputs are those of one item's loss; those of tensors are of the mean over items, whose 1/m
 * ({@link Batch#scale}) enters with (25), (26). Must be thread-safe: what a pass needs is in its arguments.
 */
public interface Layer {
    /** The values that forward keeps for backward, beside inputs and output, which are kept anyway. */
    default List<Kept> kept() {
        return List.of();
    }

    /** Computes the output from the inputs. */
    void forward(Batch batch, LayerMemory memory);

    /**
     * The way back of the last {@link #forward}: gradients with respect to inputs, first to last, and to trained
     * tensors.
     */
    void backward(Batch batch, LayerMemory memory);

    /**
     * Computes Z = W·A + b of the last {@link #forward} once more, for whoever looks at a step; {@code z} has the size
     * of the output.
     *
     * @return false where this layer has no such Z
     */
    default boolean linear(Batch batch, LayerMemory memory, Buffer z) {
        return false;
    }

    /** This layer as a link of a chain that a backend may run in one go, if it is one. */
    default Optional<DenseChain.Link> link() {
        return Optional.empty();
    }

    /** The points without derivative, after a forward pass. */
    default List<Kink> kinks(LayerMemory memory) {
        return List.of();
    }
}
