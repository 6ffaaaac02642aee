package dnn.engine;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.activation;
import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Experiment;
import dnn.api.ExperimentBuilder;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.initializer.Normal;
import dnn.api.layer.LayerSpec;
import dnn.api.profile.DataProfile.SplitSizes;
import dnn.api.profile.MemoryNeed;
import dnn.api.training.EarlyStopping;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Precision;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.custom.Gate;
import dnn.engine.custom.Ramp;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.network.Network;
import dnn.engine.probe.Difference;
import dnn.engine.probe.GradientCheck;
import dnn.engine.probe.Probe;
import dnn.engine.training.Status;
import dnn.engine.training.Trainer;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingResult;
import dnn.engine.training.TrainingStateTest;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * A layer with two inputs, untrained state and memory of its own, and an activation that keeps Z, go the way of all
 * others.
 */
class CustomLayerTest {
    private static final String RUNNING_MEAN = "gate1.running_mean";

    private static LayerSpec gate() {
        return Gate.of(List.of(dense(4, new Ramp()), dense(4, tanh())), List.of());
    }

    private static LayerSpec[] layers() {
        return new LayerSpec[] {
            dense(4, new Ramp()),
            Gate.of(List.of(gate(), dropout(0.3)), List.of(activation(new Ramp())))
                    .withName("outer"),
            Gate.of(List.of(), List.of()).withName("square"),
            dense(1, sigmoid())
        };
    }

    private static ExperimentBuilder experiment() {
        return Experiments.of(binaryCrossEntropy(), layers())
                .weights(new Normal(0, 0.8))
                .optimizer(adam(0.02))
                .metrics(accuracy())
                .batchSize(4)
                .epochs(4);
    }

    private static double[] numbers(Network network, String tensor) {
        return Experiments.tensor(network, tensor).values();
    }

    @Test
    void theGradientsAreTheSlopes() {
        List<Difference> found = GradientCheck.run(
                experiment().regularization(0.01, 0.1).build(), Experiments.classes(5), new CommonsMathBackend());
        assertThat(found).extracting(Difference::tensor).contains("X", "gate1.scale", "outer.scale", "dense1.weights");
        assertThat(found).extracting(Difference::tensor).doesNotContain(RUNNING_MEAN);
        assertThat(found)
                .allSatisfy(
                        difference -> assertThat(difference.relative()).isLessThanOrEqualTo(GradientCheck.TOLERANCE));
    }

    @Test
    void xReadByTwoLayersHasTheGradientOfBoth() {
        Experiment experiment = Experiments.of(
                        meanSquaredError(), Gate.of(List.of(dense(3, tanh())), List.of(dense(3, relu()))), dense(2))
                .weights(new Normal(0, 0.8))
                .build();
        assertThat(GradientCheck.run(
                        experiment, Experiments.items("two", meanSquaredError(), 3, 2, 5), new CommonsMathBackend()))
                .allMatch(Difference::passed);
    }

    @Test
    void whatIsRememberedIsSavedAndLoadedWithTheWeights() {
        Dataset items = Experiments.classes(10);
        Network trained = Experiments.train(experiment().build(), items).network();
        assertThat(numbers(trained, RUNNING_MEAN)).hasSize(4).doesNotContain(0);
        assertThat(trained.parameterCount())
                .isEqualTo(Arrays.stream(Experiments.parameters(trained)).count() - 3 * 4);
        Network loaded = Network.initialized(experiment().build(), 3, new CommonsMathBackend());
        loaded.setParameters(trained.parameters());
        assertThat(loaded.predict(items.features()).values())
                .containsExactly(trained.predict(items.features()).values());
        assertThat(Experiments.parameters(loaded)).containsExactly(Experiments.parameters(trained));
    }

    @Test
    void evaluationUsesWhatIsRememberedAndChangesNothing() {
        Dataset items = Experiments.classes(10);
        Network trained = Experiments.train(experiment().build(), items).network();
        double[] before = Experiments.parameters(trained);
        Matrix all = trained.predict(items.features());
        Matrix one = new Matrix(3, 1, Arrays.copyOf(items.features().values(), 3));
        assertThat(trained.predict(one).values()[0]).isEqualTo(all.values()[0], within(1e-14));
        Evaluation.of(trained, experiment().build(), items);
        assertThat(Experiments.parameters(trained)).containsExactly(before);
    }

    @Test
    void theBestEpochsStateComesBackWithItsWeights() {
        Dataset items = Experiments.classes(10);
        Dataset validation = Experiments.items("validation", binaryCrossEntropy(), 3, 1, 9);
        TrainingResult best = Experiments.train(
                experiment()
                        .epochs(12)
                        .earlyStopping(new EarlyStopping("validation.loss", 11, true))
                        .build(),
                items,
                validation);
        assertThat(best.epochOfWeights()).isBetween(1, 11);
        TrainingResult asLong =
                Experiments.train(experiment().epochs(best.epochOfWeights()).build(), items, validation);
        assertThat(Experiments.parameters(best.network())).containsExactly(Experiments.parameters(asLong.network()));
    }

    @Test
    void aDivergenceLeavesWhatWasLastGood() {
        Dataset items = Experiments.classes(10);
        TrainingResult result =
                Experiments.train(experiment().optimizer(sgd(1e200)).epochs(3).build(), items);
        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        assertThat(Experiments.parameters(result.network()))
                .matches(all -> Arrays.stream(all).allMatch(Double::isFinite));
    }

    @Test
    void theComparisonWithTheReferenceLeavesWhatIsRememberedAlone() {
        CommonsMathBackend another = new CommonsMathBackend() {
            @Override
            public String id() {
                return "another";
            }
        };
        Dataset items = Experiments.classes(10);
        TrainingResult compared = new Trainer(experiment().build(), another)
                .train(items, Experiments.none(items), TrainingListener.none(), () -> false);
        assertThat(compared.firstStepDifference()).isZero();
        assertThat(Experiments.parameters(compared.network()))
                .containsExactly(Experiments.parameters(
                        Experiments.train(experiment().build(), items).network()));
    }

    @Test
    void fromAnyStepTrainingGoesOnToTheSameBits() {
        Experiment experiment = experiment()
                .earlyStopping(new EarlyStopping("validation.loss", 3, true))
                .build();
        TrainingStateTest.goesOnToTheSameBits(
                experiment, Experiments.classes(10), Experiments.classes(7), new CommonsMathBackend());
    }

    @Test
    void theProbeForeseesTheMemoryThatIsAllocated() {
        Experiment experiment = experiment().batchSize(10).fullBatch().build();
        Dataset items = Experiments.classes(30);
        MemoryNeed need = Probe.memory(experiment, 3, new SplitSizes(30, 30, 0), Precision.FLOAT64);
        AtomicLong allocated = new AtomicLong();
        CommonsMathBackend counting = new CommonsMathBackend() {
            @Override
            public Buffer allocate(int length) {
                allocated.addAndGet((long) length * Double.BYTES);
                return super.allocate(length);
            }
        };
        new Trainer(experiment, counting).train(items, items, TrainingListener.none(), () -> false);
        long onHost = (3 + 1) * 60L * Double.BYTES;
        long foreseen = need.total() - onHost;
        assertThat(allocated.get()).isBetween(foreseen * 9 / 10, foreseen);
    }
}
