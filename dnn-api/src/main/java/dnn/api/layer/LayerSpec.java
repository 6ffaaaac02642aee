package dnn.api.layer;

import dnn.api.activation.Activation;
import dnn.api.shape.ParameterShape;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import java.util.List;
import java.util.Optional;

/** A layer as declared. */
public sealed interface LayerSpec permits Dense, ActivationLayer, Dropout {

    /** The name as written; see {@link dnn.api.Architecture#names()} for the names in force. */
    Optional<String> name();

    /** The same layer under this name. */
    LayerSpec withName(String name);

    /** The shape of one item that this layer hands on when {@code inputs} reach it, and the conflict if they cannot. */
    ShapeResult outputShape(List<Shape> inputs);

    /** The tensors this layer trains when {@code inputs} reach it, in the order in which they are stored; none for a layer without weights. */
    default List<ParameterShape> parameters(List<Shape> inputs) {
        return List.of();
    }

    /** Whether this layer has weights and is therefore counted by l. */
    default boolean hasWeights() {
        return false;
    }

    /** The function this layer applies to its outputs last, if it has one. */
    default Optional<Activation> activationApplied() {
        return Optional.empty();
    }
}
