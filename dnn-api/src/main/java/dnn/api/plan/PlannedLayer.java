package dnn.api.plan;

import dnn.api.layer.LayerSpec;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeConflict;
import dnn.api.shape.TensorSpec;
import java.util.List;
import java.util.Optional;

/**
 * A layer in its place.
 *
 * @param index in the order of execution, from 0
 * @param number l, counting layers with weights from 1; 0 for a layer without
 * @param name in force
 * @param path of its declaration, such as {@code architecture.layers[2].layers[0]}
 * @param spec as declared
 * @param inputs the indices of the layers it reads; {@link Plan#INPUT} for X
 * @param inputShapes what each of them hands on
 * @param output what it hands on; unknown where the layer could not be read
 * @param tensors what it keeps; none where the layer could not be read
 * @param conflict what it asked for and did not get
 * @param readable whether its shape may be relied on
 */
public record PlannedLayer(
        int index,
        int number,
        String name,
        String path,
        LayerSpec spec,
        List<Integer> inputs,
        List<Shape> inputShapes,
        Shape output,
        List<TensorSpec> tensors,
        Optional<ShapeConflict> conflict,
        boolean readable) {
    public PlannedLayer {
        inputs = List.copyOf(inputs);
        inputShapes = List.copyOf(inputShapes);
        tensors = List.copyOf(tensors);
    }

    /** Tells whether the layer has weights and is counted by l. */
    public boolean hasWeights() {
        return number > 0;
    }

    /** The shape that its first, often its only, input hands on. */
    public Shape input() {
        return inputShapes.get(0);
    }

    /** The count of numbers it trains, {@link Shape#UNKNOWN} where a dimension is. */
    public long trainedNumbers() {
        return Plan.sum(tensors.stream().filter(TensorSpec::trained));
    }

    /** The tensors that take this start where nothing is written for them. */
    public List<TensorSpec> startingBy(TensorSpec.Start start) {
        return tensors.stream().filter(tensor -> tensor.start().equals(start)).toList();
    }
}
