package dnn.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Dsl;
import dnn.api.Experiment;
import dnn.api.activation.Activation;
import dnn.api.activation.FormulaActivation;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.layer.LayerSpec;
import dnn.api.loss.BinaryCrossEntropy;
import dnn.api.loss.CategoricalCrossEntropy;
import dnn.api.loss.FormulaLoss;
import dnn.api.loss.Loss;
import dnn.api.optimizer.Optimizer;
import dnn.engine.Experiments;
import dnn.engine.KnownNumbers;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.network.ParameterTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 100 full-batch steps against PyTorch in double precision; {@code known_training.py} tells how the numbers were made,
 * {@code known_optimizers.py} how those of optimizers that were computed without it.
 */
class KnownTrainingTest {
    private static final double RELATIVE = 1e-9;

    private static final Map<String, Activation> ACTIVATIONS = Map.of(
            "identity", Dsl.identity(),
            "sigmoid", Dsl.sigmoid(),
            "tanh", Dsl.tanh(),
            "relu", Dsl.relu(),
            "leaky_relu", Dsl.leakyRelu(),
            "softmax", Dsl.softmax());
    private static final Map<String, Optimizer> OPTIMIZERS = Map.of(
            "sgd", Dsl.sgd(0.1),
            "momentum", Dsl.sgd(0.05).momentum(0.9),
            "nesterov", Dsl.sgd(0.05).momentum(0.9).nesterov(true),
            "rmsprop", Dsl.rmsProp(0.01),
            "adam", Dsl.adam(0.01));

    /** A network of the table with one optimizer: where it starts, and where PyTorch arrives. */
    record Case(
            String network,
            Loss loss,
            List<LayerSpec> layers,
            Dataset items,
            List<double[]> start,
            String optimizer,
            double lossAfter,
            List<double[]> after) {}

    static Stream<Named<Case>> cases() {
        List<Case> cases = new ArrayList<>();
        String network = "";
        int inputs = 0;
        int items = 0;
        Loss loss = Dsl.meanSquaredError();
        List<LayerSpec> layers = List.of();
        Matrix features = Matrix.zeros(0, 0);
        Dataset data = new Dataset(features, features);
        List<double[]> start = List.of();
        List<double[]> tensors = List.of();
        for (String line : lines().toList()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "network" -> {
                    network = words[1];
                    loss = (Loss) Experiments.declared(Loss.class, words[2].split(","));
                    inputs = Integer.parseInt(words[3]);
                    items = Integer.parseInt(words[4]);
                    layers = new ArrayList<>();
                    start = new ArrayList<>();
                    tensors = start;
                }
                case "layer" -> layers.add(Dsl.dense(Integer.parseInt(words[1]), ACTIVATIONS.get(words[2])));
                case "X" -> features = new Matrix(inputs, items, numbers(words, 1));
                case "Y" -> {
                    double[] values = numbers(words, 1);
                    data = new Dataset(features, new Matrix(values.length / items, items, values));
                }
                case "W", "b" -> tensors.add(numbers(words, 2));
                case "after" -> {
                    tensors = new ArrayList<>();
                    cases.add(new Case(
                            network, loss, layers, data, start, words[1], Double.parseDouble(words[2]), tensors));
                }
                default -> throw new IllegalStateException(line);
            }
        }
        return cases.stream().map(known -> Named.of(known.network() + " " + known.optimizer(), known));
    }

    private static Stream<String> lines() {
        return Stream.of("known_training.txt", "known_optimizers.txt")
                .flatMap(table -> KnownNumbers.lines(KnownTrainingTest.class, table).stream());
    }

    private static double[] numbers(String[] words, int from) {
        return Arrays.stream(words).skip(from).mapToDouble(Double::parseDouble).toArray();
    }

    /**
     * An optimizer, activation or loss without numbers from outside is a rule that nobody has checked. Activations and
     * losses that bring their formulas have tables of their own.
     */
    @Test
    void everyPermittedTypeHasNumbersFromOutside() {
        Set<Class<?>> optimizers = new HashSet<>();
        Set<Class<?>> losses = new HashSet<>();
        Set<Class<?>> activations = new HashSet<>();
        cases().map(Named::getPayload).forEach(known -> {
            optimizers.add(optimizer(known.optimizer()).getClass());
            losses.add(known.loss().getClass());
            known.layers()
                    .forEach(layer -> activations.add(
                            layer.activationApplied().orElseThrow().getClass()));
        });
        assertThat(optimizers).containsExactlyInAnyOrder(Experiments.kindsOf(Optimizer.class));
        assertThat(losses)
                .containsExactlyInAnyOrder(Arrays.stream(Experiments.kindsOf(Loss.class))
                        .filter(kind -> !FormulaLoss.class.isAssignableFrom(kind))
                        .toArray(Class<?>[]::new));
        assertThat(activations)
                .containsExactlyInAnyOrder(Arrays.stream(Experiments.kindsOf(Activation.class))
                        .filter(kind -> !FormulaActivation.class.isAssignableFrom(kind))
                        .toArray(Class<?>[]::new));
        assertThat(cases().map(Named::getPayload).map(Case::loss))
                .contains(new BinaryCrossEntropy(0.1), new CategoricalCrossEntropy(0.2));
        assertThat(cases().map(Named::getPayload).map(Case::optimizer).distinct())
                .containsAll(OPTIMIZERS.keySet());
    }

    /**
     * An optimizer by its name in the table: one of those above, or a kind with its values, {@code sgd,momentum=0.9}.
     */
    private static Optimizer optimizer(String name) {
        String[] words = name.split(",");
        return Optional.ofNullable(OPTIMIZERS.get(name))
                .orElseGet(() -> (Optimizer) Experiments.declared(Optimizer.class, words));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainingAgrees(Case known) {
        var declared = Experiments.of(known.loss(), known.layers().toArray(new LayerSpec[0]))
                .optimizer(optimizer(known.optimizer()))
                .fullBatch()
                .epochs(100);
        for (int l = 0; l < known.layers().size(); l++) {
            double[] weights = known.start().get(2 * l);
            double[] biases = known.start().get(2 * l + 1);
            int columns = weights.length / biases.length;
            double[][] rows = new double[biases.length][];
            for (int k = 0; k < rows.length; k++) {
                rows[k] = Arrays.copyOfRange(weights, k * columns, (k + 1) * columns);
            }
            declared.initialization("dense" + (l + 1), Dsl.values(rows), Dsl.values(biases));
        }
        Experiment experiment = declared.build();
        TrainingResult result = new Trainer(experiment, new CommonsMathBackend())
                .train(known.items(), Experiments.none(known.items()), Experiments.QUIET, () -> false);

        List<ParameterTensor> found = result.network().parameters();
        for (int i = 0; i < found.size(); i++) {
            double[] expected = known.after().get(i);
            double[] values = found.get(i).values();
            assertThat(values).hasSameSizeAs(expected);
            double greatest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            assertThat(values)
                    .as(found.get(i).name())
                    .usingComparatorWithPrecision(RELATIVE * greatest)
                    .containsExactly(expected);
        }
        double loss = Evaluation.of(result.network(), experiment, known.items()).get("loss");
        assertThat(loss).isCloseTo(known.lossAfter(), within(RELATIVE * Math.max(1, known.lossAfter())));
    }
}
