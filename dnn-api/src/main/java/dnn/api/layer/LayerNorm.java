package dnn.api.layer;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import dnn.api.shape.TensorSpec;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Optional;

/**
 * Layer normalization: {@code Y = γ ∗ (X − μ)/√(v + ε) + β} with μ and v of each item over its units (v divided by n),
 * in training and in inference alike, as in PyTorch. Shapes: (n, m) to (n, m); γ and β (n). Ba, Kiros and Hinton, 2016.
 *
 * @param name unique in the network
 * @param epsilon ε &gt; 0, within the root
 */
@Describe("Brings each item to mean 0 and variance 1 over its units, then each unit to a learnt scale and shift.")
public record LayerNorm(
        @Describe("A name, unique in the network; default: the type and its count.")
        Optional<
                        @Pattern(
                                regexp = "[a-z][a-z0-9_]*",
                                message = "names of layers become names of tensors and files")
                        String>
                name,

        @Describe("Added to the variance, against division by zero.")
        @Finite
        @Positive(message = "it guards a division by zero")
        double epsilon)
        implements LayerSpec {

    /** ε = 1e-5. */
    public static LayerNorm defaults() {
        return new LayerNorm(Optional.empty(), 1e-5);
    }

    @Override
    public LayerNorm withName(String newName) {
        return new LayerNorm(Optional.of(newName), epsilon);
    }

    /** A copy with this ε. */
    public LayerNorm epsilon(double newEpsilon) {
        return new LayerNorm(name, newEpsilon);
    }

    @Override
    public ShapeResult outputShape(List<Shape> inputs) {
        return ShapeResult.fits(inputs.get(0));
    }

    @Override
    public List<TensorSpec> tensors(List<Shape> inputs) {
        int units = inputs.get(0).size();
        return List.of(
                TensorSpec.trained("scale", units, TensorSpec.Start.ONES),
                TensorSpec.trained("shift", units, TensorSpec.Start.ZEROS));
    }

    @Override
    public boolean normalizes() {
        return true;
    }

    @Override
    public String effect() {
        return "with mean and variance of each item over its units";
    }
}
