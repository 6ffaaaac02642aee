package dnn.api;

import dnn.api.activation.Activation;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Names;
import dnn.api.grammar.Required;
import dnn.api.layer.LayerSpec;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * The names in force, one a layer: the written one, or the type and the count of unnamed layers of that type so far ({@code dense1}), so that naming a
     * layer or adding a named one leaves the others' names alone.
     */
    public List<String> names() {
        Map<String, Integer> counts = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (LayerSpec layer : layers) {
            names.add(layer.name().orElseGet(() -> {
                String type = Names.of(layer.getClass());
                return type + counts.merge(type, 1, Integer::sum);
            }));
        }
        return names;
    }

    /**
     * The function that is applied to what layer {@code index} computes, before the next layer with weights: the last one declared on it or on the layers
     * without weights behind it; the identity counts only where there is no other.
     */
    public Optional<Activation> activationAfter(int index) {
        Optional<Activation> found = Optional.empty();
        for (int i = index; i < layers.size() && (i == index || !layers.get(i).hasWeights()); i++) {
            Optional<Activation> applied = layers.get(i).activationApplied();
            if (found.isEmpty() || (applied.isPresent() && !applied.get().isLinear())) {
                found = applied;
            }
        }
        return found;
    }

    /** The function that gives the network's outputs A[L]: that of the last layer with one, the identity counting only where there is no other. */
    public Optional<Activation> outputActivation() {
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (layers.get(i).hasWeights()) {
                return activationAfter(i);
            }
        }
        return layers.isEmpty() ? Optional.empty() : activationAfter(0);
    }
}
