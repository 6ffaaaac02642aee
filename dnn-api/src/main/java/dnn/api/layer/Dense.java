package dnn.api.layer;

import dnn.api.activation.Activation;
import dnn.api.activation.Identity;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Required;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import dnn.api.shape.TensorSpec;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Fully connected layer: {@code Z = W·A + b}, {@code σ(Z)} handed on (22), (23). Shapes: A (n_in, m), W (units, n_in),
 * b (units, 1), Z (units, m).
 *
 * @param name unique in the network
 * @param units n_l, the number of neurons
 * @param activation σ
 * @param inputs an assertion of n_{l−1}, checked where given
 */
@Describe("A fully connected layer: Z = W·A + b, then the activation.")
public record Dense(
        @Describe("A name, unique in the network; default: the type and its count.")
        Optional<
                        @Pattern(
                                regexp = "[a-z][a-z0-9_]*",
                                message = "names of layers become names of tensors and files")
                        String>
                name,

        @Required @Describe("Number of neurons, n_l.") @Positive(message = "a layer needs at least one neuron")
        int units,

        @Describe("The function applied to Z.") @Valid Activation activation,

        @Describe("What must reach this layer, n_(l-1); an assertion that is checked.")
        @Positive(message = "something must reach the layer")
        OptionalInt inputs)
        implements LayerSpec {

    /** Identity activation, no name, no assertion. */
    public static Dense defaults() {
        return new Dense(Optional.empty(), 1, new Identity(), OptionalInt.empty());
    }

    @Override
    public Dense withName(String newName) {
        return new Dense(Optional.of(newName), units, activation, inputs);
    }

    /** A copy of this layer that asserts that {@code count} numbers an item reach it. */
    public Dense withInputs(int count) {
        return new Dense(name, units, activation, OptionalInt.of(count));
    }

    @Override
    public ShapeResult outputShape(List<Shape> reaching) {
        Shape output = Shape.of(units);
        Shape found = reaching.get(0);
        if (inputs.isPresent() && !found.agreesWith(Shape.of(inputs.getAsInt()))) {
            return ShapeResult.conflict(output, "inputs", Shape.of(inputs.getAsInt()), found);
        }
        return ShapeResult.fits(output);
    }

    @Override
    public List<TensorSpec> tensors(List<Shape> reaching) {
        int count = reaching.get(0).size();
        return List.of(TensorSpec.weights(units, count), TensorSpec.biases(units, count));
    }

    @Override
    public boolean hasWeights() {
        return true;
    }

    @Override
    public Optional<Activation> activationApplied() {
        return Optional.of(activation);
    }
}
