// Longer than 300 lines: each case trains the same works with other numbers of threads.
package dnn.engine;

import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.softmax;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Precision;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.network.Network;
import dnn.engine.network.ParameterTensor;
import dnn.engine.probe.GradientCheck;
import dnn.engine.probe.Probe;
import dnn.engine.training.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One backend and one network used by several threads at once: the same bits as on one, and a clear refusal after
 * closing. A test class extends it and names the backends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ThreadsContract {
    private static final int THREADS = 8;

    private static final Experiment PICTURES = Experiments.of(
                    categoricalCrossEntropy(),
                    dense(200, relu()),
                    dense(130, tanh()),
                    dense(100, relu()),
                    dense(10, softmax()))
            .build();
    private static final Experiment SKINNY =
            Experiments.of(meanSquaredError(), dense(24, sigmoid()), dense(3)).build();
    private static final Experiment TINY = Experiments.of(
                    binaryCrossEntropy(), dense(20, relu()), dense(7, relu()), dense(1, sigmoid()))
            .build();

    /** Backends under test by the names that a failure gives. */
    protected abstract Map<String, Supplier<Backend>> backends();

    Stream<Arguments> named() {
        return backends().entrySet().stream().map(backend -> Arguments.of(backend.getKey(), backend.getValue()));
    }

    /** What each of eight threads, let go together, found. */
    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            CyclicBarrier start = new CyclicBarrier(tasks.size());
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> task : tasks) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<T> found = new ArrayList<>();
            for (Future<T> future : futures) {
                found.add(future.get());
            }
            return found;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Matrix items(int inputs, int count) {
        return Experiments.items("threads", meanSquaredError(), inputs, 1, count)
                .features();
    }

    /** Columns from {@code from} on, one behind the other. */
    private static double[] predicted(Network network, Matrix items, int batch) {
        double[] all = new double[network.outputs() * items.columns()];
        for (int from = 0; from < items.columns(); from += batch) {
            int count = Math.min(batch, items.columns() - from);
            double[] part = Arrays.copyOfRange(items.values(), from * items.rows(), (from + count) * items.rows());
            double[] found =
                    network.predict(new Matrix(items.rows(), count, part)).values();
            System.arraycopy(found, 0, all, from * network.outputs(), found.length);
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    void eightThreadsPredictWhatOneDoes(String name, Supplier<Backend> maker) throws Exception {
        try (Backend backend = maker.get()) {
            for (Network network : List.of(
                    Network.initialized(PICTURES, 784, backend),
                    Network.initialized(SKINNY, 300, backend),
                    Network.initialized(TINY, 2, backend))) {
                int inputs = network.inputs();
                Matrix items = items(inputs, 300);
                double[] alone = network.predict(items).values();
                List<Callable<double[]>> tasks = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    // Even threads take rows one by one, odd ones hundreds at a time, so that each meets the other.
                    int batch = i % 2 == 0 ? 1 : 130 + i;
                    int repetitions = i % 2 == 0 ? 1 : 3;
                    tasks.add(() -> {
                        double[] found = predicted(network, items, batch);
                        for (int again = 1; again < repetitions; again++) {
                            assertThat(predicted(network, items, batch)).containsExactly(found);
                        }
                        return found;
                    });
                }
                assertThat(together(tasks))
                        .allSatisfy(found ->
                                assertThat(found).as("%d inputs", inputs).containsExactly(alone));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    void eightThreadsEvaluateWhatOneDoes(String name, Supplier<Backend> maker) throws Exception {
        try (Backend backend = maker.get()) {
            Network network = Network.initialized(PICTURES, 784, backend);
            Dataset items = Experiments.items("threads", categoricalCrossEntropy(), 784, 10, 300);
            Object alone = Evaluation.of(network, PICTURES, items);
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tasks.add(() -> Evaluation.of(network, PICTURES, items));
            }
            assertThat(together(tasks)).containsOnly(alone);
        }
    }

    /** Trainings, a gradient check, a probe and predictions on one backend: none disturbs another. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    void worksOfDifferentKindsDoNotDisturbEachOther(String name, Supplier<Backend> maker) throws Exception {
        Experiment experiment = Experiments.of(
                        categoricalCrossEntropy(),
                        dense(160, relu()),
                        dropout(0.1),
                        dense(120, tanh()),
                        dense(9, softmax()))
                .optimizer(adam(0.001))
                .batchSize(100)
                .epochs(3)
                .build();
        Dataset items = Experiments.items("threads", categoricalCrossEntropy(), 200, 9, 500);
        Dataset few = Experiments.items("threads", categoricalCrossEntropy(), 200, 9, 6);
        try (Backend backend = maker.get()) {
            Network network = Network.initialized(experiment, 200, backend);
            List<Callable<Object>> kinds = new ArrayList<>(List.of(
                    () -> Arrays.hashCode(Experiments.parameters(new Trainer(experiment, backend)
                            .train(items, few, Experiments.QUIET, () -> false)
                            .network())),
                    () -> Probe.step(experiment, items, backend),
                    () -> Arrays.hashCode(predicted(network, items.features(), 250))));
            if (backend.precision() == Precision.FLOAT64) {
                kinds.add(() -> GradientCheck.run(experiment, few, backend));
            }
            List<Object> alone = new ArrayList<>();
            for (Callable<Object> kind : kinds) {
                alone.add(kind.call());
            }
            List<Callable<Object>> twice = new ArrayList<>(kinds);
            twice.addAll(kinds);
            List<Object> expected = new ArrayList<>(alone);
            expected.addAll(alone);
            assertThat(together(twice)).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    void anInterruptedThreadPredictsAndStaysInterrupted(String name, Supplier<Backend> maker) throws Exception {
        try (Backend backend = maker.get()) {
            Network network = Network.initialized(PICTURES, 784, backend);
            Matrix items = items(784, 400);
            double[] alone = network.predict(items).values();
            Callable<Boolean> interrupted = () -> {
                Thread.currentThread().interrupt();
                assertThat(network.predict(items).values()).containsExactly(alone);
                return Thread.interrupted();
            };
            assertThat(together(List.of(interrupted, interrupted))).containsOnly(true);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    void aClosedBackendIsRefused(String name, Supplier<Backend> maker) {
        Backend backend = maker.get();
        Network network = Network.initialized(TINY, 2, backend);
        Matrix items = items(2, 5);
        Dataset data = Experiments.items("threads", binaryCrossEntropy(), 2, 1, 5);
        List<ParameterTensor> tensors = network.parameters();
        network.predict(items);
        backend.close();
        backend.close();
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> uses = List.of(
                () -> network.predict(items),
                network::parameters,
                () -> network.setParameters(tensors),
                () -> Evaluation.of(network, TINY, data),
                () -> Network.initialized(TINY, 2, backend),
                () -> new Trainer(TINY, backend).train(data, data, Experiments.QUIET, () -> false),
                () -> Probe.step(TINY, data, backend));
        assertThat(uses)
                .allSatisfy(use -> assertThatThrownBy(use)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("backend `" + backend.id() + "` was closed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    void predictionsBesideAClosingThreadAreRightOrRefused(String name, Supplier<Backend> maker) throws Exception {
        for (int repetition = 0; repetition < 6; repetition++) {
            Backend backend = maker.get();
            Network network = Network.initialized(PICTURES, 784, backend);
            Matrix items = items(784, 200);
            double[] alone = network.predict(items).values();
            Callable<String> predicting = () -> {
                try {
                    while (true) {
                        assertThat(network.predict(items).values()).containsExactly(alone);
                    }
                } catch (IllegalStateException e) {
                    return String.valueOf(e.getMessage());
                }
            };
            Callable<String> closing = () -> {
                backend.close();
                return "backend `" + backend.id() + "` was closed";
            };
            assertThat(together(List.of(predicting, predicting, predicting, closing)))
                    .allSatisfy(message -> assertThat(message).startsWith("backend `" + backend.id() + "` was closed"));
        }
    }

    /** Predictions are of the parameters before or of those after, and never of some of each. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    void parametersAreReplacedBetweenPredictions(String name, Supplier<Backend> maker) throws Exception {
        try (Backend backend = maker.get()) {
            Network network = Network.initialized(PICTURES, 784, backend);
            Matrix items = items(784, 30);
            List<ParameterTensor> first = network.parameters();
            List<ParameterTensor> second = Network.initialized(
                            Experiments.of(
                                            categoricalCrossEntropy(),
                                            dense(200, relu()),
                                            dense(130, tanh()),
                                            dense(100, relu()),
                                            dense(10, softmax()))
                                    .seed(7)
                                    .build(),
                            784,
                            backend)
                    .parameters();
            int ofFirst = Arrays.hashCode(network.predict(items).values());
            network.setParameters(second);
            int ofSecond = Arrays.hashCode(network.predict(items).values());
            Callable<List<Integer>> predicting = () -> {
                List<Integer> found = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    found.add(Arrays.hashCode(network.predict(items).values()));
                }
                return found;
            };
            Callable<List<Integer>> replacing = () -> {
                for (int i = 0; i < 50; i++) {
                    network.setParameters(i % 2 == 0 ? first : second);
                }
                return List.of(ofFirst, ofSecond);
            };
            assertThat(together(List.of(predicting, predicting, replacing)))
                    .allSatisfy(found -> assertThat(found).isSubsetOf(ofFirst, ofSecond));
        }
    }
}
