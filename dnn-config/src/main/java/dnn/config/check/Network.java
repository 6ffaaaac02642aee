package dnn.config.check;

import dnn.api.Architecture;
import dnn.api.Initialization;
import dnn.api.activation.Activation;
import dnn.api.initializer.Initializer;
import dnn.api.layer.LayerSpec;
import dnn.api.shape.ParameterShape;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeConflict;
import dnn.api.shape.ShapeResult;
import dnn.config.diagnostic.ValuePath;
import dnn.config.yaml.Grammar;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The layers of the subject, each with the shape that reaches it and the one it hands on: the fold of the layers' own shape rules. */
final class Network {
    static final String LAYERS = "architecture.layers";
    static final String INPUTS = "architecture.inputs";
    private static final String UNITS = "units";
    private static final String ACTIVATION = "activation";

    private final Subject subject;
    private final List<Layer> layers;
    private final List<Layer> weighted;
    private final boolean complete;

    private Network(Subject subject, List<Layer> layers) {
        this.subject = subject;
        this.layers = layers;
        this.weighted = layers.stream().filter(layer -> layer.number > 0).toList();
        this.complete = isComplete(subject);
    }

    /**
     * A layer in its place.
     *
     * @param index in the architecture, from 0
     * @param number l, counting layers with weights from 1; 0 for a layer without
     * @param name in force
     * @param path of the layer
     * @param sizePath of the value that declares how many numbers it hands on
     * @param spec as declared
     * @param readable whether its shape may be relied on
     * @param input what reaches it
     * @param output what it hands on
     * @param conflict what it asked for and did not get
     * @param origin the layer whose size reaches it; nothing where the data's does
     */
    record Layer(
            int index,
            int number,
            String name,
            String path,
            String sizePath,
            LayerSpec spec,
            boolean readable,
            Shape input,
            Shape output,
            Optional<ShapeConflict> conflict,
            Optional<Layer> origin) {

        List<ParameterShape> parameters() {
            return readable ? spec.parameters(List.of(input)) : List.of();
        }
    }

    static Network fold(Subject subject) {
        Architecture architecture = subject.experiment().architecture();
        List<String> names = architecture.names();
        Grammar grammar = new Grammar();
        List<Layer> layers = new ArrayList<>();
        Shape shape = start(subject);
        Optional<Layer> origin = Optional.empty();
        int number = 0;
        for (int i = 0; i < names.size(); i++) {
            LayerSpec spec = architecture.layers().get(i);
            String path = ValuePath.element(LAYERS, i);
            Grammar.RecordGrammar record = grammar.record(spec.getClass());
            boolean readable = shapeIsKnown(subject, path, record);
            ShapeResult result = readable ? spec.outputShape(List.of(shape)) : ShapeResult.fits(Shape.unknown());
            boolean declaresSize = record.components().stream()
                    .anyMatch(component -> component.key().equals(UNITS));
            Layer layer = new Layer(
                    i,
                    spec.hasWeights() ? ++number : 0,
                    names.get(i),
                    path,
                    declaresSize ? ValuePath.child(path, UNITS) : path,
                    spec,
                    readable,
                    shape,
                    result.output(),
                    result.conflict(),
                    origin);
            layers.add(layer);
            shape = result.output();
            origin = spec.hasWeights() || !readable ? Optional.of(layer) : origin;
        }
        return new Network(subject, layers);
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

    List<Layer> layers() {
        return layers;
    }

    /** Layers with weights, l = 1 … L. */
    List<Layer> weighted() {
        return weighted;
    }

    /** Whether every layer could be read, so that their count and names are certain. */
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
        Architecture architecture = subject.experiment().architecture();
        for (int i = layer.index; i < layers.size() && (i == layer.index || layers.get(i).number == 0); i++) {
            if (!isActivationKnown(layers.get(i))) {
                return Optional.empty();
            }
        }
        return isComplete() ? architecture.activationAfter(layer.index) : Optional.empty();
    }

    private boolean isActivationKnown(Layer layer) {
        String activation = ValuePath.child(layer.path, ACTIVATION);
        return subject.lost().stream()
                .noneMatch(bad -> ValuePath.isWithin(layer.path, bad) || ValuePath.isWithin(bad, activation));
    }

    /** Where n_{l−1} of a layer is declared. */
    String inputPath(Layer layer) {
        return layer.origin.map(Layer::sizePath).orElse(inputsPath());
    }

    /** Where n_0 is declared. */
    String inputsPath() {
        return subject.experiment().architecture().inputs().isPresent() ? INPUTS : "data.source";
    }

    /** An initializer in force and where it is declared; the path is empty for a default. */
    record Start(Initializer initializer, String path) {}

    /** What the weights of a layer start from, if that could be read. */
    Optional<Start> weightsOf(Layer layer) {
        Initialization initialization = subject.experiment().initialization();
        Initialization.OfLayer own = initialization.layers().get(layer.name);
        String path = own != null && own.weights().isPresent()
                ? ValuePath.child(ValuePath.child("initialization.layers", layer.name), ParameterShape.WEIGHTS)
                : initialization.weights().isPresent() ? "initialization.weights" : "";
        if (path.isEmpty() && activationAfter(layer).isEmpty()) {
            return Optional.empty();
        }
        return usableStart(layer, path, ParameterShape.WEIGHTS)
                .map(usable -> new Start(
                        initialization.weightsOf(
                                layer.name, subject.experiment().architecture().activationAfter(layer.index)),
                        usable));
    }

    /** What the biases of a layer start from, if that could be read. */
    Optional<Start> biasesOf(Layer layer) {
        Initialization initialization = subject.experiment().initialization();
        Initialization.OfLayer own = initialization.layers().get(layer.name);
        String path = own != null && own.biases().isPresent()
                ? ValuePath.child(ValuePath.child("initialization.layers", layer.name), ParameterShape.BIASES)
                : "initialization.biases";
        return usableStart(layer, path, ParameterShape.BIASES)
                .map(usable -> new Start(initialization.biasesOf(layer.name), usable));
    }

    private Optional<String> usableStart(Layer layer, String path, String role) {
        String own = ValuePath.child(ValuePath.child("initialization.layers", layer.name), role);
        boolean usable = isComplete()
                && subject.isUsable(own)
                && subject.lost().stream().noneMatch(bad -> ValuePath.isWithin("initialization.layers", bad))
                && (path.isEmpty() ? subject.isUsable("initialization.weights") : subject.isUsable(path));
        return usable ? Optional.of(path) : Optional.empty();
    }
}
