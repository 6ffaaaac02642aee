package dnn.simd;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.softmax;
import static dnn.api.Dsl.softplus;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.api.ExperimentBuilder;
import dnn.api.activation.FormulaActivation;
import dnn.api.dataset.Dataset;
import dnn.api.layer.LayerSpec;
import dnn.api.loss.CategoricalCrossEntropy;
import dnn.api.loss.FormulaLoss;
import dnn.api.loss.Loss;
import dnn.api.optimizer.Optimizer;
import dnn.engine.Experiments;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Precision;
import dnn.engine.training.EpochReport;
import dnn.engine.training.Status;
import dnn.engine.training.Trainer;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingPlan;
import dnn.engine.training.TrainingResult;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A training step on the {@code simd} backend allocates nothing, on none of its threads, once it is compiled. The build
 * runs it with {@code -Xbatch}: the caller waits for the compiler, so that the steps after which code is compiled are a
 * matter of counting, not of load.
 */
class SimdAllocationTest {
    private static final int WINDOWS = 5;

    @Test
    void aStepOfAnEverydayNetworkAllocatesNothing() {
        ExperimentBuilder experiment = Experiments.of(
                        categoricalCrossEntropy(),
                        dense(200, relu()),
                        dropout(0.1),
                        dense(100, tanh()),
                        dense(5, softmax()))
                .optimizer(adam(0.001))
                .regularization(0.001, 0.001)
                .metrics(accuracy())
                .batchSize(64);
        Dataset items = Experiments.items("allocation", categoricalCrossEntropy(), 150, 5, 64 * 40);
        assertThat(bytesOfTheBestWindow(experiment, items, 300)).isZero();
    }

    @Test
    void aStepOfATinyNetworkAllocatesNothing() {
        ExperimentBuilder experiment = Experiments.of(
                        binaryCrossEntropy(), dense(20, relu()), dense(7, relu()), dense(1, sigmoid()))
                .optimizer(sgd(0.01))
                .batchSize(16);
        Dataset items = Experiments.items("allocation", binaryCrossEntropy(), 2, 1, 16 * 400);
        assertThat(bytesOfTheBestWindow(experiment, items, 200)).isZero();
    }

    @Test
    void aStepThroughEveryFormulaAllocatesNothing() {
        LayerSpec[] layers = Stream.concat(
                        Arrays.stream(Experiments.kindsOf(FormulaActivation.class))
                                .map(kind -> dense(16, (FormulaActivation) Experiments.declared(kind))),
                        Stream.of(dense(1, sigmoid())))
                .toArray(LayerSpec[]::new);
        ExperimentBuilder experiment = Experiments.of(binaryCrossEntropy(), layers)
                .optimizer(sgd(0.001))
                .batchSize(32);
        Dataset items = Experiments.items("allocation", binaryCrossEntropy(), 20, 1, 32 * 60);
        assertThat(bytesOfTheBestWindow(experiment, items, 200)).isZero();
    }

    @Test
    void aStepThroughEveryLayerAllocatesNothing() {
        LayerSpec[] layers = Arrays.stream(Experiments.kindsOf(LayerSpec.class))
                .map(kind -> (LayerSpec) Experiments.declared(kind))
                .flatMap(layer -> layer.hasWeights() ? Stream.of(dense(40)) : Stream.of(dense(40), layer))
                .toArray(LayerSpec[]::new);
        ExperimentBuilder experiment =
                Experiments.of(meanSquaredError(), layers).optimizer(sgd(0.001)).batchSize(32);
        Dataset items = Experiments.items("allocation", meanSquaredError(), 20, 40, 32 * 60);
        assertThat(bytesOfTheBestWindow(experiment, items, 200)).isZero();
    }

    @Test
    void aStepOfEveryOptimizerAllocatesNothing() {
        Dataset items = Experiments.items("allocation", binaryCrossEntropy(), 10, 1, 16 * 100);
        for (Class<?> kind : Experiments.kindsOf(Optimizer.class)) {
            ExperimentBuilder experiment = Experiments.of(binaryCrossEntropy(), dense(20, relu()), dense(1, sigmoid()))
                    .optimizer((Optimizer) Experiments.declared(kind))
                    .batchSize(16);
            assertThat(bytesOfTheBestWindow(experiment, items, 200))
                    .as(kind.getSimpleName())
                    .isZero();
        }
    }

    @Test
    void aStepOfEveryLossWithoutKernelsAllocatesNothing() {
        for (Class<?> kind : Experiments.kindsOf(FormulaLoss.class)) {
            Loss loss = (Loss) Experiments.declared(kind);
            Dataset items = Experiments.items("allocation", loss, 10, 3, 16 * 100);
            ExperimentBuilder experiment = Experiments.of(loss, dense(20, relu()), dense(3, softplus()))
                    .optimizer(sgd(0.001))
                    .batchSize(16);
            assertThat(bytesOfTheBestWindow(experiment, items, 200))
                    .as(kind.getSimpleName())
                    .isZero();
        }
    }

    @Test
    void aStepWithSmoothedLabelsAllocatesNothing() {
        CategoricalCrossEntropy loss = CategoricalCrossEntropy.defaults().labelSmoothing(0.1);
        Dataset items = Experiments.items("allocation", loss, 10, 3, 16 * 100);
        ExperimentBuilder experiment = Experiments.of(loss, dense(20, relu()), dense(3, softmax()))
                .optimizer(sgd(0.001))
                .batchSize(16);
        assertThat(bytesOfTheBestWindow(experiment, items, 1500)).isZero();
    }

    /**
     * A window is an epoch but for its first step and its last; the best of the last five counts, since the JVM itself
     * may allocate.
     */
    private static long bytesOfTheBestWindow(ExperimentBuilder experiment, Dataset items, int epochs) {
        assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean,
                "this JVM does not count allocated bytes");
        com.sun.management.ThreadMXBean counter = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Backend backend = new SimdProvider().create(Precision.FLOAT32, 2)) {
            long[] bytes = new long[epochs];
            TrainingListener listener = new TrainingListener() {
                private int lastStep;
                private long[] threads = {};
                private long ofCounting;
                private long before;

                @Override
                public void started(TrainingPlan plan) {
                    lastStep = plan.stepsPerEpoch() - 1;
                    threads = Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread == Thread.currentThread()
                                    || thread.getName().startsWith("simd-"))
                            .mapToLong(Thread::getId)
                            .toArray();
                    assertThat(threads).hasSizeGreaterThan(1);
                    // Counting answers with an array: what two counts in a row differ by.
                    allocated();
                    long first = allocated();
                    ofCounting = allocated() - first;
                }

                @Override
                public void stepped(int epoch, int step) {
                    if (step == 1) {
                        before = allocated();
                    } else if (step == lastStep) {
                        bytes[epoch - 1] = allocated() - before - ofCounting;
                    }
                }

                @Override
                public void epochEnded(EpochReport report) {}

                private long allocated() {
                    return Arrays.stream(counter.getThreadAllocatedBytes(threads))
                            .sum();
                }
            };
            TrainingResult result = new Trainer(experiment.epochs(epochs).build(), backend)
                    .train(items, Experiments.none(items), listener, () -> false);
            assertThat(result.status()).isEqualTo(Status.COMPLETED);
            return Arrays.stream(bytes, epochs - WINDOWS, epochs).min().orElseThrow();
        }
    }
}
