package dnn.engine.custom;

import dnn.api.layer.Branch;
import dnn.api.layer.CustomLayer;
import dnn.api.layer.LayerSpec;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import dnn.api.shape.TensorSpec;
import java.util.List;
import java.util.Optional;

/**
 * Two branches multiplied and centred: P = A₁ ∗ A₂, Y = γ ∗ (P − μ), with μ the mean over the batch in training and a
 * running mean in inference. Shapes: twice (n, m) to (n, m); γ (n), μ (n).
 */
public record Gate(Optional<String> name, List<LayerSpec> first, List<LayerSpec> second) implements CustomLayer {
    public Gate {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** Without a name. */
    public static Gate of(List<LayerSpec> first, List<LayerSpec> second) {
        return new Gate(Optional.empty(), first, second);
    }

    @Override
    public Gate withName(String newName) {
        return new Gate(Optional.of(newName), first, second);
    }

    @Override
    public List<Branch> branches() {
        return List.of(new Branch("first", first), new Branch("second", second));
    }

    @Override
    public ShapeResult outputShape(List<Shape> inputs) {
        return inputs.get(0).agreesWith(inputs.get(1))
                ? ShapeResult.fits(inputs.get(0))
                : ShapeResult.conflict(Shape.unknown(), "second", inputs.get(0), inputs.get(1));
    }

    @Override
    public List<TensorSpec> tensors(List<Shape> inputs) {
        int size = inputs.get(0).size();
        return List.of(
                TensorSpec.remembered("running_mean", size, TensorSpec.Start.ZEROS),
                TensorSpec.trained("scale", size, TensorSpec.Start.ONES));
    }
}
