package dnn.api.layer;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import dnn.api.shape.TensorSpec;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Optional;

/**
 * Batch normalization: {@code Y = γ ∗ (X − μ)/√(v + ε) + β} for each unit, with μ and v of the batch in training (v
 * divided by m) and the running ones in inference. Running: {@code r ← (1 − momentum)·r + momentum·b}, with b the
 * batch's mean, or its variance divided by m − 1, as in PyTorch. Shapes: (n, m) to (n, m), m ≥ 2 in training; γ, β and
 * the running mean and variance (n). Ioffe and Szegedy, 2015.
 *
 * @param name unique in the network
 * @param momentum share of the batch in the running mean and variance, in (0, 1]
 * @param epsilon ε &gt; 0, within the root
 */
@Describe("Brings each unit to mean 0 and variance 1 over the batch, then to a learnt mean and variance.")
public record BatchNorm(
        @Describe("A name, unique in the network; default: the type and its count.")
        Optional<
                        @Pattern(
                                regexp = "[a-z][a-z0-9_]*",
                                message = "names of layers become names of tensors and files")
                        String>
                name,

        @Describe("Share of each batch in the running mean and variance, which predictions use.")
        @Finite
        @Positive(message = "the running mean and variance would stay those of the start")
        @DecimalMax(value = "1", message = "it is a share")
        double momentum,

        @Describe("Added to the variance, against division by zero.")
        @Finite
        @Positive(message = "it guards a division by zero")
        double epsilon)
        implements LayerSpec {

    /** Momentum 0.1, ε = 1e-5. */
    public static BatchNorm defaults() {
        return new BatchNorm(Optional.empty(), 0.1, 1e-5);
    }

    @Override
    public BatchNorm withName(String newName) {
        return new BatchNorm(Optional.of(newName), momentum, epsilon);
    }

    /** A copy with this share of the batch in the running mean and variance. */
    public BatchNorm momentum(double newMomentum) {
        return new BatchNorm(name, newMomentum, epsilon);
    }

    /** A copy with this ε. */
    public BatchNorm epsilon(double newEpsilon) {
        return new BatchNorm(name, momentum, newEpsilon);
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
                TensorSpec.trained("shift", units, TensorSpec.Start.ZEROS),
                TensorSpec.remembered("running_mean", units, TensorSpec.Start.ZEROS),
                TensorSpec.remembered("running_variance", units, TensorSpec.Start.ONES));
    }

    /** A single item has no spread. */
    @Override
    public int leastItems() {
        return 2;
    }

    @Override
    public boolean normalizes() {
        return true;
    }

    @Override
    public String effect() {
        return "with mean and variance of the batch in training, the running ones in inference";
    }
}
