package dnn.config.check;

import dnn.api.Initialization;
import dnn.api.activation.Activation;
import dnn.api.initializer.Initializer;
import dnn.api.layer.LayerSpec;
import dnn.api.path.KeyPaths;
import dnn.api.path.ValuePath;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.Shape;
import dnn.api.shape.TensorSpec;
import dnn.config.yaml.Grammar;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The layers of the subject in place, and where what decides about them is declared. */
final class CheckedNetwork {
    static final String LAYERS = Plan.LAYERS;
    static final String INPUTS = KeyPaths.ARCHITECTURE_INPUTS;
    private static final String UNITS = "units";
    private static final String ACTIVATION = "activation";

    private final Subject subject;
    private final Plan plan;
    private final List<Layer> layers;
    private final List<Layer> weighted;
    private final boolean complete;

    private CheckedNetwork(Subject subject, Plan plan, List<Layer> layers) {
        this.subject = subject;
        this.plan = plan;
        this.layers = layers;
        this.weighted =
                layers.stream().filter(layer -> layer.planned.hasWeights()).toList();
        this.complete = isComplete(subject);
    }

    /**
     * A layer in its place.
     *
     * @param planned the layer
     * @param sizePath of the value that declares how many numbers it hands on
     * @param origin the layer whose size reaches it; nothing where the data's does
     */
    record Layer(PlannedLayer planned, String sizePath, Optional<Layer> origin) {
        int index() {
            return planned.index();
        }

        int number() {
            return planned.number();
        }

        String name() {
            return planned.name();
        }

        String path() {
            return planned.path();
        }

        LayerSpec spec() {
            return planned.spec();
        }

        boolean readable() {
            return planned.readable();
        }

        Shape input() {
            return planned.input();
        }

        Shape output() {
            return planned.output();
        }
    }

    static CheckedNetwork of(Subject subject) {
        Grammar grammar = new Grammar();
        Plan plan = Plan.of(
                subject.experiment().architecture().layers(),
                start(subject),
                (path, spec) -> shapeIsKnown(subject, path, grammar.record(spec.getClass())));
        List<Layer> layers = new ArrayList<>();
        for (PlannedLayer planned : plan.layers()) {
            boolean declaresSize = grammar.record(planned.spec().getClass()).components().stream()
                    .anyMatch(component -> component.key().equals(UNITS));
            int before = planned.inputs().get(0);
            layers.add(new Layer(
                    planned,
                    declaresSize ? ValuePath.child(planned.path(), UNITS) : planned.path(),
                    before == Plan.INPUT ? Optional.empty() : sized(layers.get(before))));
        }
        return new CheckedNetwork(subject, plan, layers);
    }

    /** The layer that decides how many numbers {@code layer} hands on. */
    private static Optional<Layer> sized(Layer layer) {
        return layer.planned.hasWeights() || !layer.readable() ? Optional.of(layer) : layer.origin;
    }

    private static Shape start(Subject subject) {
        if (subject.experiment().architecture().inputs().isPresent() || !subject.isUsable(INPUTS)) {
            return subject.isUsable(INPUTS)
                    ? Shape.of(subject.experiment().architecture().inputs().getAsInt())
                    : Shape.unknown();
        }
        OptionalInt found = subject.dataInputs();
        return found.isPresent() ? Shape.of(found.getAsInt()) : Shape.unknown();
    }

    /** A lost name or choice among functions changes no shape; a lost number may. */
    private static boolean shapeIsKnown(Subject subject, String path, Grammar.RecordGrammar record) {
        return subject.lost().stream().noneMatch(bad -> {
            if (ValuePath.isWithin(path, bad)) {
                return true;
            }
            return ValuePath.isWithin(bad, path)
                    && record.components().stream()
                            .filter(component -> isNumeric(component.accessor().getGenericReturnType()))
                            .anyMatch(component -> ValuePath.isWithin(bad, ValuePath.child(path, component.key())));
        });
    }

    private static boolean isNumeric(Type type) {
        return type instanceof Class<?> plain && !plain.isSealed() && plain != String.class && plain != boolean.class;
    }

    Plan plan() {
        return plan;
    }

    List<Layer> layers() {
        return layers;
    }

    /** Layers with weights, l = 1 … L. */
    List<Layer> weighted() {
        return weighted;
    }

    /** Tells whether every layer could be read, so that their count and names are certain. */
    boolean isComplete() {
        return complete;
    }

    private static boolean isComplete(Subject subject) {
        boolean layersKnown = subject.lost().stream().noneMatch(bad -> ValuePath.isWithin(LAYERS, bad));
        return layersKnown
                && subject.unreadable().stream()
                        .noneMatch(bad -> ValuePath.isWithin(bad, LAYERS)
                                && (bad.endsWith("]") || bad.endsWith(".name") || bad.endsWith(".type")));
    }

    /** The activation behind a layer with weights, if everything that decides it could be read. */
    Optional<Activation> activationAfter(Layer layer) {
        boolean known = isComplete()
                && isActivationKnown(layer.planned)
                && plan.followers(layer.index()).stream().allMatch(this::isActivationKnown);
        return known ? plan.activationAfter(layer.index()) : Optional.empty();
    }

    /** The layers without weights behind a layer, as long as each reads that before it alone. */
    List<PlannedLayer> followers(Layer layer) {
        return plan.followers(layer.index());
    }

    private boolean isActivationKnown(PlannedLayer layer) {
        String activation = ValuePath.child(layer.path(), ACTIVATION);
        return subject.lost().stream()
                .noneMatch(bad -> ValuePath.isWithin(layer.path(), bad) || ValuePath.isWithin(bad, activation));
    }

    /** The place where n_{l−1} of a layer is declared. */
    String inputPath(Layer layer) {
        return layer.origin.map(Layer::sizePath).orElse(inputsPath());
    }

    /** The place where n_0 is declared. */
    String inputsPath() {
        return subject.experiment().architecture().inputs().isPresent() ? INPUTS : KeyPaths.DATA_SOURCE;
    }

    /** An initializer in force and where it is declared; the path is empty for a default. */
    record Start(Initializer initializer, String path) {}

    /** The initializer of a layer's weights, if that could be read. */
    Optional<Start> weightsOf(Layer layer) {
        return startOf(layer, TensorSpec.Start.Rule.WEIGHTS);
    }

    /** The initializer of a layer's biases, if that could be read. */
    Optional<Start> biasesOf(Layer layer) {
        return startOf(layer, TensorSpec.Start.Rule.BIASES);
    }

    /** The initializer of those tensors of a layer that follow this rule, if that could be read. */
    Optional<Start> startOf(Layer layer, TensorSpec.Start.Rule rule) {
        Initialization initialization = subject.experiment().initialization();
        boolean weights = rule == TensorSpec.Start.Rule.WEIGHTS;
        String role = weights ? TensorSpec.WEIGHTS : TensorSpec.BIASES;
        String ownPath = ValuePath.child(ValuePath.child(KeyPaths.INITIALIZATION_LAYERS, layer.name()), role);
        boolean own = Optional.ofNullable(initialization.layers().get(layer.name()))
                .flatMap(of -> weights ? of.weights() : of.biases())
                .isPresent();
        boolean common = !weights || initialization.weights().isPresent();
        String path = own ? ownPath : common ? ValuePath.child(KeyPaths.INITIALIZATION, role) : "";
        if (path.isEmpty() && activationAfter(layer).isEmpty()) {
            return Optional.empty();
        }
        boolean usable = isComplete()
                && subject.isUsable(ownPath)
                && subject.lost().stream().noneMatch(bad -> ValuePath.isWithin(KeyPaths.INITIALIZATION_LAYERS, bad))
                && subject.isUsable(path.isEmpty() ? KeyPaths.INITIALIZATION_WEIGHTS : path);
        return usable
                ? Optional.of(new Start(
                        initialization.startOf(rule, layer.name(), plan.activationAfter(layer.index())), path))
                : Optional.empty();
    }
}
