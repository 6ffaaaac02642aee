package dnn.api.layer;

import dnn.api.activation.Activation;
import dnn.api.activation.Identity;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import dnn.api.grammar.Required;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * An activation function as a layer of its own: {@code σ(A)}, item by item. Shapes: (n, m) to (n, m).
 *
 * @param name unique in the network
 * @param activation σ
 */
@Named("activation")
@Describe("An activation function as a layer of its own.")
public record ActivationLayer(
        @Describe("A name, unique in the network; default: the type and its count.")
        Optional<
                        @Pattern(
                                regexp = "[a-z][a-z0-9_]*",
                                message = "names of layers become names of tensors and files")
                        String>
                name,

        @Required @Describe("The function.") @Valid Activation activation)
        implements LayerSpec {

    /** A placeholder: the function is required. */
    public static ActivationLayer defaults() {
        return new ActivationLayer(Optional.empty(), new Identity());
    }

    @Override
    public ActivationLayer withName(String newName) {
        return new ActivationLayer(Optional.of(newName), activation);
    }

    @Override
    public ShapeResult outputShape(List<Shape> inputs) {
        return ShapeResult.fits(inputs.get(0));
    }

    @Override
    public Optional<Activation> activationApplied() {
        return Optional.of(activation);
    }
}
