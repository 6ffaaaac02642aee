package dnn.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Dsl;
import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.loss.Loss;
import dnn.api.random.RandomStreams;
import dnn.engine.Experiments;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Backends;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An item of weight 2 counts as two, one of weight 0 as none. */
class ItemWeightsTest {
    private static final int ITEMS = 6;

    static Stream<Loss> losses() {
        return Stream.of(
                Dsl.binaryCrossEntropy(),
                Dsl.categoricalCrossEntropy(),
                Dsl.meanSquaredError(),
                Dsl.meanAbsoluteError());
    }

    private static Experiment experiment(Loss loss) {
        return Experiment.named("weights")
                .seed(3)
                .data(Dsl.moons(ITEMS))
                .architecture(
                        Dsl.dense(4, Dsl.tanh()),
                        loss.equals(Dsl.categoricalCrossEntropy())
                                ? Dsl.dense(2, Dsl.softmax())
                                : Dsl.dense(1, loss.equals(Dsl.binaryCrossEntropy()) ? Dsl.sigmoid() : Dsl.identity()))
                .loss(loss)
                .optimizer(Dsl.sgd(0.5))
                .fullBatch()
                .shuffle(false)
                .epochs(3)
                .build();
    }

    private static Dataset items(int outputs, int[] which, Optional<double[]> weights) {
        var random = new RandomStreams(11).stream("items");
        double[] x = new double[2 * ITEMS];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextGaussian();
        }
        Matrix features = Matrix.zeros(2, which.length);
        Matrix targets = Matrix.zeros(outputs, which.length);
        for (int i = 0; i < which.length; i++) {
            features.set(0, i, x[2 * which[i]]);
            features.set(1, i, x[2 * which[i] + 1]);
            targets.set(which[i] % outputs, i, outputs == 1 ? which[i] % 2 : 1);
        }
        return new Dataset(features, targets, weights, List.of());
    }

    private static Backend backend() {
        return Backends.discovered()
                .choose(experiment(Dsl.meanSquaredError()).engine())
                .backend();
    }

    private static TrainingResult train(Loss loss, Dataset items, Backend backend) {
        return new Trainer(experiment(loss), backend)
                .train(
                        items,
                        items(items.targets().rows(), new int[0], Optional.empty()),
                        TrainingListener.none(),
                        () -> false);
    }

    private static double[] weights(Dataset items) {
        try (Backend backend = backend()) {
            return train(Dsl.meanSquaredError(), items, backend)
                    .network()
                    .parameters()
                    .get(0)
                    .values();
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aWeightIsACount(Loss loss) {
        int outputs = loss.equals(Dsl.categoricalCrossEntropy()) ? 2 : 1;
        // Weights 2, 0, 1, 1, 1, 1 on six items, against item 0 twice and item 1 not at all.
        Dataset weighted = items(outputs, new int[] {0, 1, 2, 3, 4, 5}, Optional.of(new double[] {2, 0, 1, 1, 1, 1}));
        Dataset counted = items(outputs, new int[] {0, 0, 2, 3, 4, 5}, Optional.empty());
        try (Backend backend = backend()) {
            TrainingResult one = train(loss, weighted, backend);
            TrainingResult other = train(loss, counted, backend);
            assertThat(Experiments.parameters(one.network()))
                    .containsExactly(Experiments.parameters(other.network()), within(1e-5));
        }
    }

    @Test
    void weightsMatter() {
        Dataset weighted = items(1, new int[] {0, 1, 2, 3, 4, 5}, Optional.of(new double[] {9, 0, 1, 1, 1, 1}));
        Dataset plain = items(1, new int[] {0, 1, 2, 3, 4, 5}, Optional.empty());
        assertThat(weights(weighted)).isNotEqualTo(weights(plain));
    }

    /** Weights of a survey: each item stands for thousands. */
    @ParameterizedTest
    @MethodSource("losses")
    void theScaleOfWeightsDoesNotMatter(Loss loss) {
        int outputs = loss.equals(Dsl.categoricalCrossEntropy()) ? 2 : 1;
        int[] all = {0, 1, 2, 3, 4, 5};
        Dataset one = items(outputs, all, Optional.of(new double[] {2, 0, 1, 1, 1, 1}));
        Dataset thousands = items(outputs, all, Optional.of(new double[] {4096, 0, 2048, 2048, 2048, 2048}));
        try (Backend backend = backend()) {
            TrainingResult found = train(loss, thousands, backend);
            TrainingResult expected = train(loss, one, backend);
            assertThat(Experiments.parameters(found.network()))
                    .containsExactly(Experiments.parameters(expected.network()));
            assertThat(found.epochs())
                    .usingRecursiveComparison()
                    .ignoringFields("seconds")
                    .isEqualTo(expected.epochs());
        }
    }

    /** Before the first step the loss of the epoch, with weights, is that of the same items evaluated. */
    @ParameterizedTest
    @MethodSource("losses")
    void lossesAreReportedWithEveryItemOnce(Loss loss) {
        int outputs = loss.equals(Dsl.categoricalCrossEntropy()) ? 2 : 1;
        int[] all = {0, 1, 2, 3, 4, 5};
        Dataset weighted = items(outputs, all, Optional.of(new double[] {900, 0, 2052, 1, 1, 1}));
        try (Backend backend = backend()) {
            Network initial = Network.initialized(experiment(loss), 2, backend);
            double evaluated =
                    Evaluation.of(initial, experiment(loss), weighted).get("loss");
            assertThat(train(loss, weighted, backend).epochs().get(0).figures().get("train.loss"))
                    .isCloseTo(evaluated, within(1e-6));
        }
    }

    @Test
    void weightsThatSayNothingAreRefused() {
        try (Backend backend = backend()) {
            for (double[] wrong : new double[][] {{0, 0, 0}, {1, Double.NaN, 1}, {1, Double.POSITIVE_INFINITY, 1}}) {
                Dataset items = items(1, new int[] {0, 1, 2}, Optional.of(wrong));
                assertThatThrownBy(() -> train(Dsl.meanSquaredError(), items, backend))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("the weights of the items sum to");
            }
        }
    }
}
