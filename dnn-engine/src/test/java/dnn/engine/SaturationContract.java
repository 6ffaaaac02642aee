package dnn.engine;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.brierScore;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.logLoss;
import static dnn.api.Dsl.prAuc;
import static dnn.api.Dsl.rocAuc;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.softmax;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.initializer.Normal;
import dnn.api.loss.Loss;
import dnn.api.shape.Shape;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Precision;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.evaluation.Judgement;
import dnn.engine.metric.Outputs;
import dnn.engine.network.Network;
import dnn.engine.network.ParameterTensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Figures of probabilities that are nearer to 0 or 1 than float32, or float64, can say: they come from logits. A test
 * class extends it and names the backends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SaturationContract {
    private static final int ITEMS = 300;

    /** Backends under test. */
    protected abstract List<Supplier<Backend>> backends();

    Stream<Arguments> cases() {
        return Stream.of(1.0, 30.0, 3000.0)
                .flatMap(size -> Stream.of(
                                Arguments.of(binaryCrossEntropy(), 1),
                                Arguments.of(binaryCrossEntropy(), 3),
                                Arguments.of(categoricalCrossEntropy(), 2),
                                Arguments.of(categoricalCrossEntropy(), 5))
                        .flatMap(loss -> backends().stream()
                                .map(backend -> Arguments.of(size, loss.get()[0], loss.get()[1], backend))));
    }

    /**
     * Logits of a size up to {@code size}: beyond 17 a probability in float32 is 1, beyond 745 its complement is 0 in
     * float64, too.
     */
    private static Experiment experiment(Loss loss, int outputs, double size) {
        return Experiments.of(loss, dense(12, tanh()), dense(outputs, loss.isBinary() ? sigmoid() : softmax()))
                .weights(new Normal(0, Math.max(1, size / 3)))
                .metrics(logLoss(), brierScore(), rocAuc(), prAuc(), accuracy())
                .build();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logLossIsTheLoss(double size, Loss loss, int outputs, Supplier<Backend> maker) {
        Experiment experiment = experiment(loss, outputs, size);
        Dataset items = Experiments.items("saturation", loss, 3, outputs, ITEMS);
        try (Backend backend = maker.get()) {
            Network network = Network.initialized(experiment, 3, backend);
            Map<String, Double> figures = Evaluation.of(network, experiment, items);
            double expected = figures.get("loss");
            double rounding = backend.precision() == Precision.FLOAT32 ? 1e-6 : 1e-12;
            assertThat(figures.get("log_loss")).isCloseTo(expected, within(rounding * Math.max(1, expected)));
            Map<String, Judgement.Judged> judged = Judgement.of(
                    experiment.training(), network.outputsOf(items.features()), items, Judgement.baseline(items), 1);
            assertThat(judged.get("log_loss").value()).isEqualTo(figures.get("log_loss"));
            assertThat(judged.get("roc_auc").value()).isEqualTo(figures.get("roc_auc"));
        }
    }

    /** Items in the order of their class, by logits of which float32 makes 1: nothing is tied. */
    @Test
    void rankingsKnowOrdersThatProbabilitiesLose() {
        for (Loss loss : new Loss[] {binaryCrossEntropy(), categoricalCrossEntropy()}) {
            boolean binary = loss.isBinary();
            int outputs = binary ? 1 : 3;
            Experiment experiment = Experiments.of(loss, dense(outputs, binary ? sigmoid() : softmax()))
                    .metrics(rocAuc(), prAuc())
                    .build();
            Matrix features = Matrix.zeros(1, 100);
            Matrix targets = Matrix.zeros(outputs, 100);
            for (int i = 0; i < 100; i++) {
                features.set(0, i, 30 + i);
                targets.set(binary ? 0 : i < 50 ? 0 : i < 99 ? 1 : 2, i, binary ? (i < 50 ? 0 : 1) : 1);
            }
            for (Supplier<Backend> maker : backends()) {
                try (Backend backend = maker.get()) {
                    Network network = Network.initialized(experiment, 1, backend);
                    double[] weights = binary ? new double[] {1} : new double[] {0, 1, -1};
                    network.setParameters(List.of(
                            new ParameterTensor("dense1", "weights", Shape.of(outputs, 1), weights),
                            new ParameterTensor("dense1", "biases", Shape.of(outputs, 1), new double[outputs])));
                    Map<String, Double> figures = Evaluation.of(
                            network, experiment, new Dataset(features, targets, Optional.empty(), List.of()));
                    // Of three classes, the first and the second are told apart but for the last item, and the third is
                    // ranked last.
                    double ofSecond = 49 * 50 / (49.0 * 51);
                    assertThat(figures.get("roc_auc")).isCloseTo(binary ? 1 : (1 + ofSecond + 0) / 3, within(1e-12));
                }
            }
        }
    }

    @Test
    void predictionsAreAsNearToCertainAsTheLogitsSay() {
        Experiment experiment =
                Experiments.of(binaryCrossEntropy(), dense(1, sigmoid())).build();
        for (Supplier<Backend> maker : backends()) {
            try (Backend backend = maker.get()) {
                Network network = Network.initialized(experiment, 1, backend);
                network.setParameters(List.of(
                        new ParameterTensor("dense1", "weights", Shape.of(1, 1), new double[] {1}),
                        new ParameterTensor("dense1", "biases", Shape.of(1, 1), new double[] {0})));
                Outputs outputs = network.outputsOf(new Matrix(1, 3, new double[] {20, 50, -50}));
                Matrix probabilities = outputs.probabilities();
                assertThat(probabilities.get(1, 0)).isCloseTo(1 - 2.0611536e-9, within(1e-15));
                assertThat(probabilities.get(0, 0)).isCloseTo(2.0611536e-9, within(1e-15));
                assertThat(probabilities.get(0, 1)).isCloseTo(Math.exp(-50), within(1e-30));
                assertThat(outputs.activations().get(0, 2)).isCloseTo(Math.exp(-50), within(1e-30));
                assertThat(outputs.predicted(0)).isEqualTo(1);
                assertThat(outputs.predicted(2)).isZero();
            }
        }
    }
}
