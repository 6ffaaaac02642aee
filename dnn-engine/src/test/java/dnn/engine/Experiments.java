package dnn.engine;

import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.constant;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.linear;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Experiment;
import dnn.api.ExperimentBuilder;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.grammar.Names;
import dnn.api.layer.LayerSpec;
import dnn.api.loss.CategoricalCrossEntropy;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import dnn.api.random.RandomStream;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.network.Network;
import dnn.engine.network.ParameterTensor;
import dnn.engine.training.Trainer;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingResult;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Experiments and items for tests, random ones from a named stream. */
public final class Experiments {
    public static final TrainingListener QUIET = TrainingListener.none();

    private Experiments() {}

    /** An experiment whose data section is not looked at by the engine. */
    public static ExperimentBuilder of(Loss loss, LayerSpec... layers) {
        return Experiment.named("test")
                .data(linear(1, 1))
                .seed(1)
                .architecture(layers)
                .loss(loss);
    }

    /** Normal features, and targets of the kind the loss wants. */
    public static Dataset items(String stream, Loss loss, int inputs, int outputs, int items) {
        RandomStream random = RandomStream.of(20, stream);
        Matrix features = Matrix.zeros(inputs, items);
        for (int i = 0; i < features.values().length; i++) {
            features.values()[i] = random.nextGaussian();
        }
        Matrix targets = Matrix.zeros(outputs, items);
        for (int i = 0; i < items; i++) {
            if (loss instanceof CategoricalCrossEntropy) {
                targets.set(random.nextInt(outputs), i, 1);
            } else {
                for (int k = 0; k < outputs; k++) {
                    targets.set(
                            k, i, loss.targetKind() == TargetKind.CLASSES ? random.nextInt(2) : number(loss, random));
                }
            }
        }
        return new Dataset(features, targets);
    }

    private static double number(Loss loss, RandomStream random) {
        return switch (loss.targetDomain()) {
            case REALS, NOT_ZERO -> random.nextGaussian();
            case NOT_NEGATIVE -> random.nextInt(4);
            case POSITIVE -> StrictMath.exp(random.nextGaussian());
        };
    }

    public static Dataset none(Dataset like) {
        return new Dataset(
                Matrix.zeros(like.features().rows(), 0),
                Matrix.zeros(like.targets().rows(), 0));
    }

    /** The four points of exclusive or. */
    public static Dataset xor() {
        return new Dataset(
                new Matrix(2, 4, new double[] {0, 0, 0, 1, 1, 0, 1, 1}), new Matrix(1, 4, new double[] {0, 1, 1, 0}));
    }

    /** All parameters in one array. */
    public static double[] parameters(Network network) {
        return network.parameters().stream()
                .flatMapToDouble(tensor -> java.util.Arrays.stream(tensor.values()))
                .toArray();
    }

    public static ParameterTensor tensor(Network network, String name) {
        return network.parameters().stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static TrainingResult train(Experiment experiment, Dataset items, Dataset validation) {
        return new Trainer(experiment, new CommonsMathBackend()).train(items, validation, QUIET, () -> false);
    }

    public static TrainingResult train(Experiment experiment, Dataset items) {
        return train(experiment, items, none(items));
    }

    public static ExperimentBuilder classifier() {
        return of(binaryCrossEntropy(), dense(8, tanh()), dropout(0.2), dense("second", 6, relu()), dense(1, sigmoid()))
                .optimizer(adam(0.02))
                .batchSize(4)
                .epochs(5);
    }

    public static Dataset classes(int items) {
        return items("classes", binaryCrossEntropy(), 3, 1, items);
    }

    /** y = 3x at the weight w = 0: J = 9·mean x², dJ/dw = −6·mean x². */
    public static ExperimentBuilder line() {
        return of(meanSquaredError(), dense(1)).weights(constant(0)).fullBatch();
    }

    public static Dataset lineItems() {
        return new Dataset(new Matrix(1, 2, new double[] {1, 2}), new Matrix(1, 2, new double[] {3, 6}));
    }

    /**
     * The records that a sealed interface permits, also by sealed ones between; what it opens for others is no record.
     */
    public static Class<?>[] kindsOf(Class<?> declared) {
        return Arrays.stream(declared.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? Arrays.stream(kindsOf(type)) : Stream.<Class<?>>of(type))
                .filter(Class::isRecord)
                .toArray(Class<?>[]::new);
    }

    /** A declaration of this kind with its defaults. */
    public static Object declared(Class<?> kind) {
        return declared(kind, Map.of());
    }

    /** A declaration of this kind with these values, as written, and else its defaults. */
    public static Object declared(Class<?> kind, Map<String, String> values) {
        try {
            RecordComponent[] components = kind.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] arguments = new Object[components.length];
            @Nullable
            Object defaults =
                    components.length == 0 ? null : kind.getMethod("defaults").invoke(null);
            for (int i = 0; i < components.length; i++) {
                @Nullable String written = values.get(components[i].getName());
                types[i] = components[i].getType();
                arguments[i] =
                        written == null ? components[i].getAccessor().invoke(defaults) : value(types[i], written);
            }
            assertThat(values.keySet())
                    .isSubsetOf(Arrays.stream(components)
                            .map(RecordComponent::getName)
                            .toList());
            return kind.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(kind + " cannot be made", e);
        }
    }

    /** What these words declare: the name of a kind, then its values as {@code key=value}. */
    public static Object declared(Class<?> kinds, String[] words) {
        Map<String, String> values = new HashMap<>();
        Arrays.stream(words).skip(1).map(word -> word.split("=")).forEach(pair -> values.put(pair[0], pair[1]));
        return Arrays.stream(kindsOf(kinds))
                .filter(kind -> Names.of(kind).equals(words[0]))
                .map(kind -> declared(kind, values))
                .findFirst()
                .orElseThrow();
    }

    private static Object value(Class<?> type, String written) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equalsIgnoreCase(written))
                    .findFirst()
                    .orElseThrow();
        }
        return type == boolean.class ? (Object) Boolean.valueOf(written) : (Object) Double.valueOf(written);
    }
}
