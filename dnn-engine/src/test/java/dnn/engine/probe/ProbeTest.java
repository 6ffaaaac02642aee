package dnn.engine.probe;

import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.batchNorm;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.constant;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.identity;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.normal;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.profile.DataProfile.SplitSizes;
import dnn.api.profile.MemoryNeed;
import dnn.api.profile.ProbeReport;
import dnn.api.random.RandomStream;
import dnn.api.random.RandomStreams;
import dnn.engine.Experiments;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Precision;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.training.Trainer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Backend BACKEND = new CommonsMathBackend();

    private static Dataset items(int count) {
        RandomStream stream = new RandomStreams(5).stream("probe");
        Matrix features = Matrix.zeros(2, count);
        Matrix targets = Matrix.zeros(1, count);
        for (int item = 0; item < count; item++) {
            features.set(0, item, stream.nextGaussian());
            features.set(1, item, stream.nextGaussian());
            targets.set(0, item, item % 2);
        }
        return new Dataset(features, targets);
    }

    @Test
    void oneStepOfGradientDescentByHand() {
        // One weight of 2 on one item x = 3 with y = 1: J = (6 − 1)² = 25, dJ/dw = 2·5·3 = 30, dJ/db = 10.
        Experiment experiment = Experiments.of(meanSquaredError(), dense(1, identity()))
                .weights(constant(2))
                .optimizer(sgd(0.01))
                .build();
        Dataset one = new Dataset(new Matrix(1, 1, new double[] {3}), new Matrix(1, 1, new double[] {1}));
        ProbeReport report = Probe.step(experiment, one, BACKEND);
        assertThat(report.items()).isEqualTo(1);
        assertThat(report.lossBefore()).isEqualTo(25);
        assertThat(report.lossAfter()).isEqualTo(Math.pow((2 - 0.3) * 3 - 0.1 - 1, 2), within(1e-12));
        assertThat(report.lossAfterTenth()).isEqualTo(Math.pow((2 - 0.03) * 3 - 0.01 - 1, 2), within(1e-12));
        assertThat(report.gradientsFinite()).isTrue();
        assertThat(report.layers()).isEmpty();
    }

    @Test
    void anUntrainedNetworkThatKnowsNothingHasTheLossOfChance() {
        Experiment experiment = Experiments.of(binaryCrossEntropy(), dense(4, relu()), dense(1, sigmoid()))
                .initialization("dense2", zeros(), zeros())
                .optimizer(adam(0.01))
                .build();
        ProbeReport report = Probe.step(experiment, items(50), BACKEND);
        assertThat(report.items()).isEqualTo(32);
        assertThat(report.lossBefore()).isEqualTo(Math.log(2), within(1e-12));
        assertThat(report.chanceLoss()).isEqualTo(Math.log(2), within(1e-12));
        assertThat(report.lossAfter()).isLessThan(report.lossBefore());
    }

    @Test
    void unitsWithoutAnOutputAreDead() {
        Experiment experiment = Experiments.of(binaryCrossEntropy(), dense(6, relu()), dense(1, sigmoid()))
                .weights(normal(0, 0.1))
                .initialization("dense1", normal(0, 0.1), constant(-100))
                .build();
        ProbeReport.Rectified layer =
                Probe.step(experiment, items(32), BACKEND).layers().get(0);
        assertThat(layer).isEqualTo(new ProbeReport.Rectified(0, "dense1", 6, 6));
        Experiment alive = Experiments.of(binaryCrossEntropy(), dense(6, relu()), dense(1, sigmoid()))
                .build();
        assertThat(Probe.step(alive, items(32), BACKEND).layers().get(0).dead()).isZero();
    }

    @Test
    void aStepThatIsTooLongShows() {
        Experiment experiment = Experiments.of(meanSquaredError(), dense(8, relu()), dense(1, identity()))
                .optimizer(sgd(1e6))
                .build();
        ProbeReport report = Probe.step(experiment, items(32), BACKEND);
        assertThat(report.lossAfter()).isGreaterThan(1000 * report.lossBefore());
        Experiment hopeless = Experiments.of(meanSquaredError(), dense(8, relu()), dense(1, identity()))
                .weights(normal(0, 1e200))
                .build();
        assertThat(Probe.step(hopeless, items(32), BACKEND).gradientsFinite()).isFalse();
    }

    /** Running figures of a start say nothing yet: features far from 0 would give a loss that training never sees. */
    @Test
    void whatALayerRemembersIsThatOfTheBatch() {
        Experiment experiment = Experiments.of(binaryCrossEntropy(), batchNorm(), dense(4, relu()), dense(1, sigmoid()))
                .optimizer(adam(0.01))
                .build();
        Dataset near = items(32);
        double[] moved = Arrays.stream(near.features().values())
                .map(value -> 1e4 + 100 * value)
                .toArray();
        Dataset far = new Dataset(new Matrix(near.features().rows(), 32, moved), near.targets());
        ProbeReport expected = Probe.step(experiment, near, BACKEND);
        ProbeReport found = Probe.step(experiment, far, BACKEND);
        assertThat(found.lossBefore()).isCloseTo(expected.lossBefore(), within(1e-4));
        assertThat(found.lossAfter())
                .isCloseTo(expected.lossAfter(), within(1e-4))
                .isLessThan(found.lossBefore());
    }

    @Test
    void trainingIsTheSameAfterAProbe() {
        Experiment experiment = Experiments.of(binaryCrossEntropy(), dense(4, relu()), dense(1, sigmoid()))
                .epochs(2)
                .build();
        double[] before = trained(experiment);
        Probe.step(experiment, items(50), BACKEND);
        assertThat(trained(experiment)).containsExactly(before);
    }

    private static double[] trained(Experiment experiment) {
        return new Trainer(experiment, BACKEND)
                .train(items(50), items(0), Experiments.QUIET, () -> false)
                .network()
                .parameters()
                .get(0)
                .values();
    }

    @Test
    void memoryIsCountedByHand() {
        // W[1] (20, 2), b[1] 20, W[2] (1, 20), b[2] 1: 81 numbers; adam keeps two more for each, and one copy to go
        // back to.
        Experiment experiment = Experiments.of(binaryCrossEntropy(), dense(20, relu()), dense(1, sigmoid()))
                .optimizer(adam(0.01))
                .batchSize(10)
                .build();
        MemoryNeed need = Probe.memory(experiment, 2, new SplitSizes(100, 20, 30), Precision.FLOAT32);
        assertThat(need.parameters()).isEqualTo(4 * 81);
        assertThat(need.gradients()).isEqualTo(4 * 81);
        assertThat(need.optimizer()).isEqualTo(4 * 81 * 3);
        // The 100 items of the training split are evaluated in one go, with probabilities and the gradient of the loss.
        assertThat(need.layers()).isEqualTo(4 * (2 * 21 + 20) * 10 + 4 * (21 + 2) * 100);
        assertThat(need.data()).isEqualTo(3 * (150 * 8 + 120 * 4));
        assertThat(need.largest()).isEqualTo(20 * 100);
        assertThat(need.total()).isEqualTo(324 + 324 + 972 + 11_680 + 5040);
    }

    @Test
    void memoryBeyondEveryMachineIsCountedWithoutOverflow() {
        Experiment experiment = Experiments.of(
                        binaryCrossEntropy(),
                        dense(Integer.MAX_VALUE, relu()),
                        dense(Integer.MAX_VALUE, relu()),
                        dense(1, sigmoid()))
                .build();
        MemoryNeed need = Probe.memory(experiment, 2, new SplitSizes(100, 0, 0), Precision.FLOAT64);
        assertThat(need.total()).isEqualTo(Long.MAX_VALUE);
        assertThat(need.largest()).isGreaterThan(Integer.MAX_VALUE);
    }
}
