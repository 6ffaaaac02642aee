package dnn.api;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.loss.Loss;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever an experiment can say in YAML can be said with the words of the Java DSL. */
class DslTest {
    /** Words that are called otherwise than the key, or stand elsewhere than in its record. */
    private static final Map<String, String> CALLED = Map.ofEntries(
            Map.entry("Experiment.name", "named"),
            Map.entry("Experiment.checks", "ignore"),
            Map.entry("Experiment.training", "loss"),
            Map.entry("Data.source", "data"),
            Map.entry("Architecture.layers", "architecture"),
            Map.entry("Initialization.layers", "initialization"),
            Map.entry("OfLayer.weights", "initialization"),
            Map.entry("OfLayer.biases", "initialization"),
            Map.entry("Preprocessing.columns", "column"),
            Map.entry("Preprocessing.target", "targetScale"),
            Map.entry("TargetPreprocessing.scale", "targetScale"),
            Map.entry("Clipping.lower", "clip"),
            Map.entry("Clipping.upper", "clip"),
            Map.entry("ColumnDeclaration.type", "ofType"),
            Map.entry("ColumnDeclaration.format", "ofFormat"),
            Map.entry("ColumnDeclaration.order", "ordinal"),
            Map.entry("Regularization.l1", "regularization"),
            Map.entry("Regularization.l2", "regularization"),
            Map.entry("CrossValidation.folds", "crossValidation"),
            Map.entry("Items.count", "batchSize"),
            Map.entry("Count.count", "threads"),
            Map.entry("Seconds.count", "checkpointsEverySeconds"),
            Map.entry("Minutes.count", "checkpointsEverySeconds"),
            Map.entry("Epochs.count", "checkpointsEveryEpochs"),
            Map.entry("Numbers.nested", "values"));

    /** Records whose keys are words of the builder. */
    private static final Set<Class<?>> BUILDERS =
            Set.of(Experiment.class, Data.class, Architecture.class, Initialization.class, Training.class);

    private static final List<Class<?>> WORDS =
            List.of(Dsl.class, TableDsl.class, ExperimentBuilder.class, Experiment.class);

    private final Set<Class<?>> records = new LinkedHashSet<>();

    @Test
    void everyKeyHasAWord() {
        collect(Experiment.class);
        assertThat(records).hasSizeGreaterThan(50).contains(Training.class, dnn.api.data.TableFormat.class);
        assertThat(records.stream().flatMap(this::withoutWord)).isEmpty();
    }

    @Test
    void aMissingWordIsFound() {
        record Unheard(int times) {}
        assertThat(withoutWord(Unheard.class)).containsExactly("Unheard.times");
    }

    @Test
    void everyKindHasAWord() {
        collect(Experiment.class);
        collect(Loss.class);
        assertThat(records.stream()
                        .filter(kind -> kind.getInterfaces().length > 0)
                        .filter(kind -> kind.getRecordComponents().length == 0)
                        .filter(kind -> words(kind).findAny().isEmpty())
                        .filter(kind -> !BUILT.contains(kind)))
                .isEmpty();
    }

    /** Kinds that a word of the builder, or the absence of one, makes. */
    private static final Set<Class<?>> BUILT = Set.of(
            dnn.api.training.BatchSize.Full.class,
            EngineSettings.Threads.Auto.class,
            EngineSettings.Backend.Auto.class);

    private void collect(Class<?> type) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(this::collect);
        }
        if (type.isRecord() && type.getName().startsWith("dnn.api.") && records.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(component.getGenericType());
            }
        }
    }

    private void collect(Type type) {
        if (type instanceof Class<?> plain) {
            collect(plain);
        } else if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::collect);
        }
    }

    /**
     * The keys of a record that no word sets: neither one of their own, nor one that makes the record from all that are
     * left.
     */
    private Stream<String> withoutWord(Class<?> kind) {
        List<String> left = new ArrayList<>();
        for (RecordComponent component : kind.getRecordComponents()) {
            String key = kind.getSimpleName() + "." + component.getName();
            if (!(CALLED.containsKey(key) ? isWord(CALLED.get(key)) : isOwnWord(kind, component.getName()))) {
                left.add(key);
            }
        }
        return words(kind).anyMatch(word -> word.getParameterCount() >= left.size()) ? Stream.of() : left.stream();
    }

    private boolean isWord(String name) {
        return Stream.concat(WORDS.stream(), records.stream())
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .anyMatch(method ->
                        method.getParameterCount() > 0 && method.getName().equals(name));
    }

    /**
     * A method of the record that gives the same with another value; for what the builder builds, one of the builder.
     */
    private static boolean isOwnWord(Class<?> kind, String name) {
        boolean built = BUILDERS.contains(kind);
        return Arrays.stream((built ? ExperimentBuilder.class : kind).getMethods())
                .filter(method -> method.getReturnType().equals(built ? ExperimentBuilder.class : kind))
                .filter(method -> method.getParameterCount() > 0)
                .anyMatch(method -> method.getName().equals(name)
                        || method.getName()
                                .equals("with" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
    }

    /** Words that make the record. */
    private static Stream<Method> words(Class<?> kind) {
        return Stream.of(Dsl.class, TableDsl.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> kind.equals(method.getReturnType()));
    }
}
