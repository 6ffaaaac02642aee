package dnn.api;

import dnn.api.activation.Activation;
import dnn.api.grammar.Describe;
import dnn.api.initializer.Initializer;
import dnn.api.initializer.Zeros;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.TensorSpec;
import jakarta.validation.Valid;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The initializers that parameters start from.
 *
 * @param weights for every layer without an entry of its own; by default
 *     {@link dnn.api.activation.Activation#recommendedWeights()} of the activation that follows
 * @param biases for every layer without an entry of its own
 * @param layers for single layers, by name
 */
@Describe("What parameters start from.")
public record Initialization(
        @Describe("Weights; default: he_normal before relu and its kin, else xavier_normal.")
        Optional<@Valid Initializer> weights,

        @Describe("Biases.") @Valid Initializer biases,
        @Describe("Single layers, by name.") Map<String, @Valid OfLayer> layers) {

    public Initialization {
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }

    /** Weights by activation, biases 0. */
    public static Initialization defaults() {
        return new Initialization(Optional.empty(), new Zeros(), Map.of());
    }

    /**
     * The initializers of one layer where they differ from the network's.
     *
     * @param weights its weights
     * @param biases its biases
     */
    @Describe("What the parameters of one layer start from.")
    public record OfLayer(
            @Describe("Its weights.") Optional<@Valid Initializer> weights,
            @Describe("Its biases.") Optional<@Valid Initializer> biases) {

        /** Nothing different. */
        public static OfLayer defaults() {
            return new OfLayer(Optional.empty(), Optional.empty());
        }
    }

    /** The initializer in force for a tensor of a planned layer. */
    public Initializer startOf(Plan plan, PlannedLayer layer, TensorSpec tensor) {
        return startOf(tensor.start(), layer.name(), plan.activationAfter(layer.index()));
    }

    /**
     * The initializer in force for a tensor with this start.
     *
     * @param layer the name in force of its layer
     * @param following the activation behind that layer, which decides about weights where nothing is written
     */
    public Initializer startOf(TensorSpec.Start start, String layer, Optional<Activation> following) {
        if (start instanceof TensorSpec.Start.Fixed fixed) {
            return fixed.initializer();
        }
        return start == TensorSpec.Start.Rule.BIASES
                ? own(layer).flatMap(OfLayer::biases).orElse(biases)
                : own(layer)
                        .flatMap(OfLayer::weights)
                        .or(() -> weights)
                        .orElseGet(() -> following
                                .orElseThrow(
                                        () -> new IllegalArgumentException("layer " + layer + " has no activation"))
                                .recommendedWeights());
    }

    private Optional<OfLayer> own(String layer) {
        return Optional.ofNullable(layers.get(layer));
    }
}
