package dnn.api;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Required;
import dnn.api.layer.LayerSpec;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.Shape;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.OptionalInt;

/**
 * The layers of a network, in the order in which an item passes them.
 *
 * @param inputs n_0, the numbers of one item after encoding; by default what the data gives
 * @param layers the layers
 */
@Describe("The layers of the network.")
public record Architecture(
        @Describe("Numbers of one item after encoding, n_0; default: what the data gives.")
        @Positive(message = "a network needs something to predict from")
        OptionalInt inputs,

        @Required
        @Describe("The layers, in the order in which an item passes them.")
        @NotEmpty(message = "a network needs at least one layer")
        List<@Valid LayerSpec> layers) {

    public Architecture {
        layers = List.copyOf(layers);
    }

    /** A placeholder: layers are required. */
    public static Architecture defaults() {
        return new Architecture(OptionalInt.empty(), List.of());
    }

    /**
     * The layers in place, each with the shapes that reach and leave it.
     *
     * @param input shape of one item of X
     */
    public Plan plan(Shape input) {
        return Plan.of(layers, input);
    }

    /**
     * The names in force, one a layer, nested ones included: the written one, or the type and the count of unnamed
     * layers of that type so far ({@code dense1}), so that naming a layer or adding a named one leaves the others'
     * names alone.
     */
    public List<String> names() {
        return plan(Shape.unknown()).layers().stream().map(PlannedLayer::name).toList();
    }
}
