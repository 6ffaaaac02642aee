package dnn.api;

import dnn.api.data.NumericPreprocessing;
import dnn.api.data.Preprocessing;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Required;
import dnn.api.initializer.Initializer;
import dnn.api.layer.LayerSpec;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.Shape;
import dnn.api.shape.TensorSpec;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An experiment: data, architecture, initialization and training of one network.
 *
 * @param name what runs are called after
 * @param description what it is about, for people
 * @param seed everything random derives from it; 0 where not given
 * @param checks findings to leave out, by code
 * @param data what the network learns from
 * @param architecture its layers
 * @param initialization what parameters start from
 * @param training how it is trained
 * @param engine what executes the training loop
 */
@Describe("An experiment: data, architecture, initialization and training of one network.")
public record Experiment(
        @Required
        @Describe("What runs are called after: small letters, digits, _ and -.")
        @Pattern(regexp = "[a-z0-9][a-z0-9_-]*", message = "runs are stored in a folder of this name")
        String name,

        @Describe("What the experiment is about.") Optional<String> description,

        @Describe("Everything random derives from it; default 0.")
        OptionalLong seed,

        @Describe("Findings to leave out, by code.") Map<String, CheckLevel> checks,

        @Required @Describe("What the network learns from.") @Valid
        Data data,

        @Required @Describe("The layers of the network.") @Valid
        Architecture architecture,

        @Describe("What parameters start from.") @Valid Initialization initialization,

        @Required @Describe("How the network is trained.") @Valid
        Training training,

        @Describe("What executes the training loop.") @Valid EngineSettings engine) {

    /** The seed of an experiment that gives none. */
    public static final long DEFAULT_SEED = 0;

    public Experiment {
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }

    /** A level that an experiment can give to findings of a code. */
    public enum CheckLevel {
        /** It is left out. */
        IGNORE
    }

    /** Default initialization and engine; the rest is required. */
    public static Experiment defaults() {
        return new Experiment(
                "",
                Optional.empty(),
                OptionalLong.empty(),
                Map.of(),
                Data.defaults(),
                Architecture.defaults(),
                Initialization.defaults(),
                Training.defaults(),
                EngineSettings.defaults());
    }

    /** Starts declaring an experiment in Java; see {@link Dsl}. */
    public static ExperimentBuilder named(String name) {
        return new ExperimentBuilder(name);
    }

    /** The seed in force. */
    public long seedInForce() {
        return seed.orElse(DEFAULT_SEED);
    }

    /**
     * A copy of the experiment with every default written out, so that it stays the same when defaults change;
     * {@code auto} is kept.
     *
     * @param inputs n_0 as the data gives it
     */
    public Experiment resolved(int inputs) {
        NumericPreprocessing numeric = data.preprocessing().numeric();
        Preprocessing preprocessing = data.preprocessing()
                .numeric(numeric.scale(numeric.scale().orElse(data.source().defaultScale())));
        Plan plan = architecture.plan(Shape.of(inputs));
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i < architecture.layers().size(); i++) {
            layers.add(architecture
                    .layers()
                    .get(i)
                    .withName(plan.declaredAt(Plan.LAYERS + "[" + i + "]").name()));
        }
        Map<String, Initialization.OfLayer> starts = new LinkedHashMap<>();
        for (PlannedLayer layer : plan.layers()) {
            Initialization.OfLayer start = new Initialization.OfLayer(
                    start(plan, layer, TensorSpec.Start.Rule.WEIGHTS),
                    start(plan, layer, TensorSpec.Start.Rule.BIASES));
            if (!start.equals(Initialization.OfLayer.defaults())) {
                starts.put(layer.name(), start);
            }
        }
        return new Experiment(
                name,
                description,
                OptionalLong.of(seedInForce()),
                checks,
                new Data(data.source(), data.split(), preprocessing),
                new Architecture(OptionalInt.of(inputs), layers),
                new Initialization(initialization.weights(), initialization.biases(), starts),
                training.resolved(plan.output().size()),
                engine);
    }

    /** The initializer of those tensors of a layer that take this start; nothing where the layer has none. */
    private Optional<Initializer> start(Plan plan, PlannedLayer layer, TensorSpec.Start.Rule rule) {
        return layer.startingBy(rule).stream().findFirst().map(tensor -> initialization.startOf(plan, layer, tensor));
    }
}
