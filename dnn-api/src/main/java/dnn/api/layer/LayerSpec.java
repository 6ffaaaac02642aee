package dnn.api.layer;

import dnn.api.activation.Activation;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import dnn.api.shape.TensorSpec;
import java.util.List;
import java.util.Optional;

/** A layer as declared. */
public sealed interface LayerSpec permits Dense, ActivationLayer, Dropout, BatchNorm, LayerNorm, CustomLayer {

    /** The name as written; see {@link dnn.api.Architecture#names()} for the names in force. */
    Optional<String> name();

    /** A copy of this layer under this name. */
    LayerSpec withName(String name);

    /** The shape of one item that this layer hands on when {@code inputs} reach it, and the conflict if they cannot. */
    ShapeResult outputShape(List<Shape> inputs);

    /**
     * The tensors this layer keeps when {@code inputs} reach it, in the order in which they are stored; none for a
     * layer that remembers nothing.
     */
    default List<TensorSpec> tensors(List<Shape> inputs) {
        return List.of();
    }

    /**
     * The layers this one holds, if it holds any: it then reads what the last of each branch hands on, instead of what
     * reaches it.
     */
    default List<Branch> branches() {
        return List.of();
    }

    /** Tells whether this layer has weights and is therefore counted by l. */
    default boolean hasWeights() {
        return false;
    }

    /** The function this layer applies to its outputs last, if it has one. */
    default Optional<Activation> activationApplied() {
        return Optional.empty();
    }

    /** The fewest items a batch may have in training: more than one where a layer compares items with each other. */
    default int leastItems() {
        return 1;
    }

    /** Tells whether what this layer hands on has mean 0 and variance 1 at the start, whatever reaches it. */
    default boolean normalizes() {
        return false;
    }

    /** Words on how this layer computes its outputs, for people: {@code in training, unchanged in inference}. */
    default String effect() {
        return "";
    }
}
