package dnn.engine.probe;

import static dnn.api.Dsl.activation;
import static dnn.api.Dsl.batchNorm;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.identity;
import static dnn.api.Dsl.layerNorm;
import static dnn.api.Dsl.leakyRelu;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.softmax;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.api.Experiment;
import dnn.api.activation.Activation;
import dnn.api.activation.Exponential;
import dnn.api.activation.FormulaActivation;
import dnn.api.dataset.Dataset;
import dnn.api.initializer.Normal;
import dnn.api.layer.ActivationLayer;
import dnn.api.layer.BatchNorm;
import dnn.api.layer.Dropout;
import dnn.api.layer.LayerNorm;
import dnn.api.layer.LayerSpec;
import dnn.api.loss.BinaryCrossEntropy;
import dnn.api.loss.CategoricalCrossEntropy;
import dnn.api.loss.FormulaLoss;
import dnn.api.loss.Loss;
import dnn.api.loss.MeanAbsoluteError;
import dnn.api.loss.MeanSquaredError;
import dnn.engine.Experiments;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.PointwiseFunction;
import dnn.engine.backend.Precision;
import dnn.engine.backend.Scalars;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every layer × activation × loss, hidden and at the output: the gradients of training against differences of the
 * objective.
 */
public class GradientCheckTest {
    private static final List<Activation> ACTIVATIONS = Stream.concat(
                    Stream.of(identity(), sigmoid(), tanh(), relu(), leakyRelu(0.1), softmax()), formulas())
            .toList();
    private static final List<Loss> LOSSES = Stream.concat(
                    Stream.of(
                            BinaryCrossEntropy.defaults(),
                            new BinaryCrossEntropy(0.1),
                            CategoricalCrossEntropy.defaults(),
                            new CategoricalCrossEntropy(0.1),
                            new MeanSquaredError(),
                            new MeanAbsoluteError()),
                    Arrays.stream(Experiments.kindsOf(FormulaLoss.class))
                            .map(kind -> (Loss) Experiments.declared(kind)))
            .toList();

    /** A network of the table: hidden and output activation, the kind of layer in which each stands, and the loss. */
    public record Row(Activation hidden, Activation output, LayerSpec kind, Loss loss, int outputs) {
        public List<LayerSpec> layers() {
            if (kind instanceof ActivationLayer) {
                return List.of(
                        dense(4), activation(hidden), dense(outputs), activation(output), activation(identity()));
            }
            if (kind instanceof Dropout rate) {
                return List.of(rate, dense(6, hidden), rate, dense(4, tanh()), dense(outputs, output));
            }
            if (normalizes()) {
                return List.of(dense(4), kind, activation(hidden), dense(3, tanh()), kind, dense(outputs, output));
            }
            return List.of(dense(4, hidden), dense(3, hidden), dense(outputs, output));
        }

        /** Tells whether numbers that hardly differ are drawn apart, and their rounding with them. */
        public boolean normalizes() {
            return kind instanceof BatchNorm || kind instanceof LayerNorm;
        }

        /** The network with numbers that are neither small nor beyond what differences can tell. */
        public Experiment experiment() {
            // Exponentials of exponentials grow without measure.
            double spread = hidden instanceof Exponential || output instanceof Exponential ? 0.2 : 0.8;
            return Experiments.of(loss, layers().toArray(new LayerSpec[0]))
                    .weights(new Normal(0, spread))
                    .biases(new Normal(0.1, 0.3))
                    .regularization(0.01, 0.1)
                    .build();
        }
    }

    private static Stream<Activation> formulas() {
        return Arrays.stream(Experiments.kindsOf(FormulaActivation.class))
                .map(kind -> (Activation) Experiments.declared(kind));
    }

    /**
     * All combinations but those of two functions that are run by their formulas, which go one way; behind losses that
     * are run by theirs one hidden activation is enough.
     */
    private static boolean worthARow(Activation hidden, Activation output, Loss loss) {
        boolean oneWay = hidden instanceof FormulaActivation && output instanceof FormulaActivation;
        return loss instanceof FormulaLoss ? hidden.equals(tanh()) : !oneWay || hidden.equals(output);
    }

    public static Stream<Named<Row>> rows() {
        List<Named<Row>> rows = new ArrayList<>();
        for (LayerSpec kind :
                List.<LayerSpec>of(dense(1), activation(identity()), dropout(0.4), batchNorm(), layerNorm())) {
            for (Loss loss : LOSSES) {
                for (Activation output : ACTIVATIONS) {
                    for (Activation hidden : ACTIVATIONS) {
                        if (loss.accepts(output) && worthARow(hidden, output, loss)) {
                            int outputs =
                                    loss instanceof BinaryCrossEntropy && hidden instanceof dnn.api.activation.Relu
                                            ? 1
                                            : 3;
                            Row row = new Row(hidden, output, kind, loss, outputs);
                            rows.add(Named.of(row.toString(), row));
                        }
                    }
                }
            }
        }
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void analyticGradientsAreTheSlopes(Row row) {
        Dataset items = Experiments.items(row.toString(), row.loss(), 3, row.outputs(), 5);
        List<Difference> differences = GradientCheck.run(row.experiment(), items, new CommonsMathBackend());
        assertThat(differences).extracting(Difference::tensor).contains("X", "dense1.weights", "dense1.biases");
        assertThat(differences).allSatisfy(found -> {
            assertThat(found.relative()).isLessThanOrEqualTo(GradientCheck.TOLERANCE);
            assertThat(found.passed()).isTrue();
        });
    }

    /** Only weights are penalized, so that only they have a kink at 0, where biases begin. */
    @Test
    void numbersThatArePenalizedAloneHaveAKinkAtZero() {
        Experiment experiment = Experiments.of(meanSquaredError(), dense(4, tanh()), dense(2))
                .weights(new Normal(0, 0.8))
                .regularization(0.01, 0.1)
                .build();
        Dataset items = Experiments.items("zeros", meanSquaredError(), 3, 2, 5);
        assertThat(GradientCheck.run(experiment, items, new CommonsMathBackend()))
                .allMatch(Difference::passed);
    }

    @Test
    void everyPermittedTypeHasARow() {
        Set<Class<?>> layers = new HashSet<>();
        Set<Class<?>> hidden = new HashSet<>();
        Set<Class<?>> output = new HashSet<>();
        Set<Class<?>> losses = new HashSet<>();
        rows().map(Named::getPayload).forEach(row -> {
            row.layers().forEach(layer -> layers.add(layer.getClass()));
            hidden.add(row.hidden().getClass());
            output.add(row.output().getClass());
            losses.add(row.loss().getClass());
        });
        assertThat(layers).containsExactlyInAnyOrder(Experiments.kindsOf(LayerSpec.class));
        assertThat(hidden).containsExactlyInAnyOrder(Experiments.kindsOf(Activation.class));
        assertThat(output).containsExactlyInAnyOrder(Experiments.kindsOf(Activation.class));
        assertThat(losses).containsExactlyInAnyOrder(Experiments.kindsOf(Loss.class));
    }

    // Negative controls: a check that cannot fail checks nothing

    private static List<Difference> checkWith(Backend backend) {
        Experiment experiment = Experiments.of(meanSquaredError(), dense(4, tanh()), dense(2))
                .weights(new Normal(0, 0.8))
                .build();
        return GradientCheck.run(experiment, Experiments.items("faulty", meanSquaredError(), 3, 2, 5), backend);
    }

    @Test
    void aWrongSignIsFound() {
        Backend faulty = new CommonsMathBackend() {
            @Override
            public void multiplyByDerivative(PointwiseFunction function, Buffer output, Buffer gradient, int count) {
                super.multiplyByDerivative(function, output, gradient, count);
                if (function.equals(PointwiseFunction.TANH)) {
                    scale(-1, gradient);
                }
            }
        };
        List<Difference> differences = checkWith(faulty);
        assertThat(failed(differences)).containsExactlyInAnyOrder("dense1.weights", "dense1.biases", "X");
        assertThat(checkWith(new CommonsMathBackend())).allMatch(Difference::passed);
    }

    @Test
    void aMissingMeanOverItemsIsFound() {
        Backend faulty = new CommonsMathBackend() {
            @Override
            public void weightGradient(
                    Buffer gradient,
                    Buffer input,
                    Buffer weightGradient,
                    int units,
                    int inputs,
                    int items,
                    double scale,
                    boolean accumulate) {
                super.weightGradient(gradient, input, weightGradient, units, inputs, items, 1, accumulate);
            }
        };
        assertThat(failed(checkWith(faulty))).containsExactlyInAnyOrder("dense1.weights", "dense2.weights");
    }

    private static List<String> failed(List<Difference> differences) {
        return differences.stream()
                .filter(found -> !found.passed())
                .map(Difference::tensor)
                .toList();
    }

    @Test
    void singlePrecisionIsRefused() {
        Backend single = new CommonsMathBackend() {
            @Override
            public Precision precision() {
                return Precision.FLOAT32;
            }
        };
        assertThatThrownBy(() -> checkWith(single))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FLOAT32");
    }

    @Test
    void ofALargeTensorASampleIsCompared() {
        AtomicInteger evaluations = new AtomicInteger();
        Backend counting = new CommonsMathBackend() {
            @Override
            public void addSquaredError(
                    Buffer values, Buffer targets, int outputs, int items, Scalars sums, int index) {
                evaluations.incrementAndGet();
                super.addSquaredError(values, targets, outputs, items, sums, index);
            }
        };
        Experiment experiment =
                Experiments.of(meanSquaredError(), dense(30, tanh()), dense(1)).build();
        Dataset items = Experiments.items("large", meanSquaredError(), 10, 1, 2);
        assertThat(GradientCheck.run(experiment, items, counting)).allMatch(Difference::passed);
        // Four evaluations a number: 200 of 300 weights, and all of 30 + 30 + 1 others and of X's 20.
        assertThat(evaluations.get()).isBetween(4 * 281, 4 * 281 + 20);
    }
}
