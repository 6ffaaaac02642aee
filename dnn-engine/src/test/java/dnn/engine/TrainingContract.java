package dnn.engine;

import static dnn.api.Dsl.activation;
import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.leakyRelu;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.softmax;
import static dnn.api.Dsl.softplus;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Experiment;
import dnn.api.ExperimentBuilder;
import dnn.api.dataset.Dataset;
import dnn.api.initializer.Normal;
import dnn.api.layer.LayerSpec;
import dnn.api.loss.FormulaLoss;
import dnn.api.loss.Loss;
import dnn.api.optimizer.Optimizer;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Precision;
import dnn.engine.custom.Gate;
import dnn.engine.custom.Ramp;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import dnn.engine.network.ParameterTensor;
import dnn.engine.probe.GradientCheck;
import dnn.engine.probe.GradientCheckTest;
import dnn.engine.training.FirstStep;
import dnn.engine.training.Status;
import dnn.engine.training.StepLoop;
import dnn.engine.training.Trainer;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingResult;
import dnn.engine.training.TrainingStateTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Training on a backend that computes in both precisions: right gradients, and bits that depend on nothing but the
 * experiment. A test class extends it and makes the backend.
 */
public abstract class TrainingContract {
    /** The backend under test. */
    protected abstract Backend create(Precision precision, int threads);

    static Stream<org.junit.jupiter.api.Named<GradientCheckTest.Row>> rows() {
        return GradientCheckTest.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void analyticGradientsAreTheSlopesInFloat64(GradientCheckTest.Row row) {
        Dataset items = Experiments.items(row.toString(), row.loss(), 3, row.outputs(), 5);
        try (Backend backend = create(Precision.FLOAT64, 1)) {
            assertThat(GradientCheck.run(row.experiment(), items, backend)).allSatisfy(found -> {
                assertThat(found.relative()).isLessThanOrEqualTo(GradientCheck.TOLERANCE);
                assertThat(found.passed()).isTrue();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void lossAndGradientsAreTheReferencesInFloat32(GradientCheckTest.Row row) {
        Dataset items = Experiments.items(row.toString(), row.loss(), 3, row.outputs(), 5);
        try (Backend backend = create(Precision.FLOAT32, 1)) {
            Experiment experiment = row.experiment();
            FirstStep firstStep = FirstStep.compare(experiment, Network.initialized(experiment, 3, backend), items);
            assertThat(firstStep.difference()).isLessThan(row.normalizes() ? 1e-5 : 2e-6);
            assertThat(firstStep.warning()).isEmpty();
        }
    }

    /** A chain in one go against the same layer by layer, for awkward counts of items and units. */
    @Test
    void aChainInOneGoIsTheChainLayerByLayer() {
        for (Precision precision : Precision.values()) {
            double tolerance = precision == Precision.FLOAT32 ? 1e-5 : 1e-13;
            for (int items : new int[] {7, 31, 33, 100}) {
                same(
                        precision,
                        items,
                        1,
                        binaryCrossEntropy(),
                        tolerance,
                        dense(20, relu()),
                        dense(7, tanh()),
                        dense(1, sigmoid()));
                same(
                        precision,
                        items,
                        3,
                        binaryCrossEntropy(),
                        tolerance,
                        dense(5, leakyRelu(0.1)),
                        dense(3, sigmoid()));
                same(
                        precision,
                        items,
                        5,
                        categoricalCrossEntropy(),
                        tolerance,
                        dense(13, sigmoid()),
                        dense(5, softmax()));
                same(precision, items, 2, meanSquaredError(), tolerance, dense(4), dense(2, tanh()));
            }
        }
    }

    /** Twenty steps of each optimizer, as the reference takes them in float64. */
    @Test
    void everyOptimizerStepsAsTheReferenceDoes() {
        Dataset data = Experiments.items("optimizers", meanSquaredError(), 3, 2, 40);
        for (Class<?> kind : Experiments.kindsOf(Optimizer.class)) {
            Experiment experiment = Experiments.of(meanSquaredError(), dense(9, tanh()), dense(2))
                    .optimizer((Optimizer) Experiments.declared(kind))
                    .fullBatch()
                    .epochs(20)
                    .build();
            double[] expected =
                    Experiments.parameters(Experiments.train(experiment, data).network());
            for (Precision precision : Precision.values()) {
                double tolerance = precision == Precision.FLOAT32 ? 1e-5 : 1e-12;
                try (Backend backend = create(precision, 1)) {
                    Network found = new Trainer(experiment, backend)
                            .train(data, Experiments.none(data), Experiments.QUIET, () -> false)
                            .network();
                    assertThat(Experiments.parameters(found))
                            .as("%s in %s", kind.getSimpleName(), precision)
                            .containsExactly(expected, within(tolerance));
                }
            }
        }
    }

    private void same(Precision precision, int items, int outputs, Loss loss, double tolerance, LayerSpec... layers) {
        Experiment experiment =
                Experiments.of(loss, layers).biases(new Normal(0, 0.3)).build();
        Dataset data = Experiments.items("chain", loss, 3, outputs, items);
        try (Backend backend = create(precision, 1)) {
            Network network = Network.initialized(experiment, 3, backend);
            Items onBackend = new Items(backend, data);
            StepLoop inOneGo = new StepLoop(experiment, network, items);
            StepLoop layerByLayer = new StepLoop(experiment, network, items);
            inOneGo.gradients(onBackend.features(0, items), onBackend.targets(0, items), items, 0);
            layerByLayer.gradientsLayerByLayer(onBackend.features(0, items), onBackend.targets(0, items), items, 0);
            double expectedLoss = backend.read(layerByLayer.workspace().sums(), 0);
            assertThat(backend.read(inOneGo.workspace().sums(), 0))
                    .isCloseTo(expectedLoss, within(tolerance * Math.max(1, expectedLoss)));
            double[] found = new double[outputs * items];
            double[] expected = new double[outputs * items];
            backend.read(inOneGo.workspace().lastOutput(), found.length, found);
            backend.read(layerByLayer.workspace().lastOutput(), found.length, expected);
            assertThat(found).containsExactly(expected, within(tolerance));
            assertThat(network.outputsOf(data.features()).values().values())
                    .containsExactly(expected, within(tolerance));
            assertThat(Evaluation.of(network, experiment, data).get("loss"))
                    .isCloseTo(expectedLoss / items, within(tolerance * Math.max(1, expectedLoss / items)));
            List<ParameterTensor> gradients =
                    network.gradients(inOneGo.workspace().flatGradients());
            List<ParameterTensor> expectedGradients =
                    network.gradients(layerByLayer.workspace().flatGradients());
            for (int i = 0; i < gradients.size(); i++) {
                assertThat(gradients.get(i).values())
                        .as(
                                "%s, %d items, %s",
                                precision, items, gradients.get(i).name())
                        .containsExactly(expectedGradients.get(i).values(), within(tolerance));
            }
        }
    }

    /** All parameters after a training that is to go well. */
    protected final double[] trained(ExperimentBuilder experiment, Dataset items, Precision precision, int threads) {
        try (Backend backend = create(precision, threads)) {
            TrainingResult result = new Trainer(experiment.build(), backend)
                    .train(items, Experiments.none(items), Experiments.QUIET, () -> false);
            assertThat(result.status()).isEqualTo(Status.COMPLETED);
            return Experiments.parameters(result.network());
        }
    }

    /** Large enough that every kernel hands work to other threads. */
    protected static ExperimentBuilder large() {
        return Experiments.of(
                        categoricalCrossEntropy(),
                        dense(301, relu()),
                        dropout(0.2),
                        dense(130, tanh()),
                        activation(sigmoid()),
                        dense(140),
                        dense(9, softmax()))
                .optimizer(adam(0.01))
                .batchSize(150)
                .epochs(2);
    }

    @Test
    void anyCountOfThreadsGivesTheSameBits() {
        Dataset items = Experiments.items("threads", categoricalCrossEntropy(), 230, 9, 400);
        for (Precision precision : Precision.values()) {
            double[] alone = trained(large(), items, precision, 1);
            assertThat(trained(large(), items, precision, 2)).containsExactly(alone);
            assertThat(trained(large(), items, precision, 8)).containsExactly(alone);
        }
    }

    @Test
    void skinnyNetworksGiveTheSameBitsOnAnyCountOfThreads() {
        Dataset items = Experiments.items("skinny", binaryCrossEntropy(), 2100, 1, 70);
        ExperimentBuilder skinny = Experiments.of(
                        binaryCrossEntropy(), dense(19, relu()), dense(6, relu()), dense(1, sigmoid()))
                .optimizer(sgd(0.1))
                .fullBatch()
                .epochs(3);
        double[] alone = trained(skinny, items, Precision.FLOAT32, 1);
        assertThat(trained(skinny, items, Precision.FLOAT32, 3)).containsExactly(alone);
    }

    @Test
    void fromAnyStepTrainingGoesOnToTheSameBits() {
        for (Precision precision : Precision.values()) {
            try (Backend backend = create(precision, 2)) {
                TrainingStateTest.goesOnToTheSameBits(
                        TrainingStateTest.experiments().get(0),
                        Experiments.classes(10),
                        Experiments.classes(7),
                        backend);
            }
        }
    }

    @Test
    void functionsWithoutKernelsAndLayersOfOthersGiveTheSameBitsWithAnyThreads() {
        Experiment experiment = Experiments.of(
                        binaryCrossEntropy(),
                        dense(80, new Ramp()),
                        Gate.of(List.of(dense(80, tanh())), List.of()),
                        dense(1, sigmoid()))
                .optimizer(adam(0.01))
                .batchSize(60)
                .epochs(3)
                .build();
        Dataset items = Experiments.classes(150);
        for (Precision precision : Precision.values()) {
            double[] onOne = trainedOn(precision, 1, experiment, items);
            assertThat(trainedOn(precision, 2, experiment, items)).containsExactly(onOne);
            assertThat(trainedOn(precision, 3, experiment, items)).containsExactly(onOne);
        }
        double[] reference =
                Experiments.parameters(Experiments.train(experiment, items).network());
        assertThat(trainedOn(Precision.FLOAT64, 2, experiment, items))
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(reference);
    }

    @Test
    void lossesWithoutKernelsGiveTheSameBitsWithAnyThreads() {
        for (Class<?> kind : Experiments.kindsOf(FormulaLoss.class)) {
            Loss loss = (Loss) Experiments.declared(kind);
            Experiment experiment = Experiments.of(loss, dense(20, tanh()), dense(30, softplus()))
                    .optimizer(adam(0.01))
                    .batchSize(150)
                    .epochs(3)
                    .build();
            Dataset items = Experiments.items("losses", loss, 3, 30, 300);
            for (Precision precision : Precision.values()) {
                double[] onOne = trainedOn(precision, 1, experiment, items);
                assertThat(trainedOn(precision, 2, experiment, items)).containsExactly(onOne);
                assertThat(trainedOn(precision, 8, experiment, items)).containsExactly(onOne);
            }
            double[] reference =
                    Experiments.parameters(Experiments.train(experiment, items).network());
            assertThat(trainedOn(Precision.FLOAT64, 2, experiment, items))
                    .usingComparatorWithPrecision(1e-9)
                    .containsExactly(reference);
        }
    }

    private double[] trainedOn(Precision precision, int threads, Experiment experiment, Dataset items) {
        try (Backend backend = create(precision, threads)) {
            return Experiments.parameters(new Trainer(experiment, backend)
                    .train(items, Experiments.none(items), TrainingListener.none(), () -> false)
                    .network());
        }
    }
}
