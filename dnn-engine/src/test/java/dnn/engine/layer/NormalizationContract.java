// Longer than 300 lines: a backend's normalizations meet the same numbers, gradients, threads and states in one class.
package dnn.engine.layer;

import static dnn.api.Dsl.batchNorm;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.layerNorm;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.softmax;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Architecture;
import dnn.api.Experiment;
import dnn.api.ExperimentBuilder;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.layer.LayerSpec;
import dnn.api.plan.PlannedLayer;
import dnn.api.random.RandomStreams;
import dnn.api.shape.Shape;
import dnn.api.training.EarlyStopping;
import dnn.engine.Experiments;
import dnn.engine.KnownNumbers;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Precision;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.network.Network;
import dnn.engine.training.Trainer;
import dnn.engine.training.TrainingStateTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Layers that normalize, on a backend: numbers computed elsewhere ({@code known_normalizations.py} tells how), what is
 * remembered, and what is done with it in inference. A test class extends it and makes the backend.
 */
public abstract class NormalizationContract {
    private static final String RUNNING_MEAN = "batch_norm1.running_mean";
    private static final String RUNNING_VARIANCE = "batch_norm1.running_variance";

    /** The precisions that the backend under test has. */
    protected abstract List<Precision> precisions();

    /** The backend under test. */
    protected abstract Backend create(Precision precision, int threads);

    /** A layer of the table with what is given and found. */
    record Known(LayerSpec layer, int units, int items, Map<String, double[]> numbers) {}

    static Stream<Named<Known>> known() {
        List<Named<Known>> known = new ArrayList<>();
        LayerSpec layer = batchNorm();
        for (String line : KnownNumbers.lines(NormalizationContract.class, "known_normalizations.txt")) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "layer" ->
                    layer = (LayerSpec)
                            Experiments.declared(LayerSpec.class, Arrays.copyOfRange(words, 1, words.length));
                case "sizes" ->
                    known.add(Named.of(
                            layer + ", " + line,
                            new Known(layer, Integer.parseInt(words[1]), Integer.parseInt(words[2]), new HashMap<>())));
                default ->
                    known.get(known.size() - 1)
                            .getPayload()
                            .numbers()
                            .put(
                                    words[0],
                                    Arrays.stream(words)
                                            .skip(1)
                                            .mapToDouble(Double::parseDouble)
                                            .toArray());
            }
        }
        return known.stream();
    }

    /** One layer with the memory of its passes, and numbers in and out of it. */
    private static final class Bench {
        private final Backend backend;
        private final PlannedLayer planned;
        private final List<Buffer> tensors;
        private final List<Buffer> gradients = new ArrayList<>();
        private final Layer layer;
        private final LayerMemory memory;
        private final Batch batch;
        private final Buffer input;
        private final Buffer output;
        private final Buffer slopes;
        private final Buffer inputGradient;

        Bench(Backend backend, Known known) {
            this.backend = backend;
            planned = new Architecture(OptionalInt.empty(), List.of(known.layer()))
                    .plan(Shape.of(known.units()))
                    .layers()
                    .get(0);
            tensors = planned.tensors().stream()
                    .map(tensor -> backend.allocate((int) tensor.size()))
                    .toList();
            planned.tensors().stream()
                    .filter(tensor -> tensor.trained())
                    .forEach(tensor -> gradients.add(backend.allocate((int) tensor.size())));
            layer = Layers.registry()
                    .make(known.layer())
                    .at(new LayerSite(planned, tensors, new RandomStreams(1), false));
            int size = known.units() * known.items();
            input = backend.allocate(size);
            output = backend.allocate(size);
            slopes = backend.allocate(size);
            inputGradient = backend.allocate(size);
            memory = new LayerMemory(
                    List.of(input),
                    output,
                    layer.kept().stream()
                            .map(kept -> backend.allocate((int) kept.numbers(known.items())))
                            .toList());
            memory.plan(slopes, new Buffer[] {inputGradient}, new boolean[] {false}, gradients.toArray(new Buffer[0]));
            batch = new Batch(backend.kernels());
        }

        void write(String role, double[] values) {
            for (int i = 0; i < tensors.size(); i++) {
                if (planned.tensors().get(i).role().equals(role)) {
                    backend.write(values, 0, tensors.get(i));
                }
            }
        }

        double[] read(Buffer buffer) {
            double[] values = new double[buffer.length()];
            backend.read(buffer, values.length, values);
            return values;
        }

        double[] tensor(String role) {
            return read(tensors.get(IntStream.range(0, tensors.size())
                    .filter(i -> planned.tensors().get(i).role().equals(role))
                    .findFirst()
                    .orElseThrow()));
        }

        void forward(double[] values, boolean training, int items) {
            backend.write(values, 0, input);
            batch.set(items, training, 0);
            layer.forward(batch, memory);
        }
    }

    private static void agree(double[] found, double[] expected, double tolerance) {
        double greatest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(found).containsExactly(expected, within(tolerance * greatest));
    }

    @ParameterizedTest
    @MethodSource("known")
    void numbersAreThoseComputedElsewhere(Known known) {
        for (Precision precision : precisions()) {
            double tolerance = precision == Precision.FLOAT32 ? 1e-4 : 1e-9;
            try (Backend backend = create(precision, 1)) {
                Bench bench = new Bench(backend, known);
                bench.write("scale", known.numbers().get("scale"));
                bench.write("shift", known.numbers().get("shift"));
                boolean remembers = known.numbers().containsKey("running_mean");
                bench.write(
                        "running_variance",
                        IntStream.range(0, known.units()).mapToDouble(k -> 1).toArray());
                bench.forward(known.numbers().get("first"), true, known.items());
                bench.forward(known.numbers().get("X"), true, known.items());
                agree(bench.read(bench.output), known.numbers().get("Y"), tolerance);
                backend.write(known.numbers().get("dY"), 0, bench.slopes);
                bench.layer.backward(bench.batch, bench.memory);
                agree(bench.read(bench.inputGradient), known.numbers().get("dX"), tolerance);
                agree(
                        times(bench.read(bench.gradients.get(0)), known.items()),
                        known.numbers().get("dscale"),
                        tolerance);
                agree(
                        times(bench.read(bench.gradients.get(1)), known.items()),
                        known.numbers().get("dshift"),
                        tolerance);
                bench.forward(known.numbers().get("X"), false, known.items());
                agree(bench.read(bench.output), known.numbers().get("Z"), tolerance);
                if (remembers) {
                    agree(bench.tensor("running_mean"), known.numbers().get("running_mean"), tolerance);
                    agree(bench.tensor("running_variance"), known.numbers().get("running_variance"), tolerance);
                }
            }
        }
    }

    private static double[] times(double[] values, int factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private static ExperimentBuilder experiment() {
        return Experiments.of(
                        binaryCrossEntropy(),
                        dense(8, tanh()),
                        batchNorm().momentum(0.3),
                        dense(6, relu()),
                        layerNorm(),
                        dense(1, sigmoid()))
                .optimizer(sgd(0.1))
                .batchSize(5)
                .epochs(4);
    }

    @Test
    void theRunningFiguresAreTheWeightedOnesOfTheBatches() {
        // One batch an epoch and a learning rate that changes nothing: r after e epochs is (1 − 0.7ᵉ)·b + 0.7ᵉ·start.
        Experiment experiment = Experiments.of(meanSquaredError(), batchNorm().momentum(0.3), dense(2))
                .optimizer(sgd(1e-30))
                .fullBatch()
                .epochs(3)
                .build();
        Dataset items = Experiments.items("running", meanSquaredError(), 2, 2, 9);
        double[] mean = new double[2];
        double[] variance = new double[2];
        for (int i = 0; i < 18; i++) {
            mean[i % 2] += items.features().values()[i] / 9;
        }
        for (int i = 0; i < 18; i++) {
            double distance = items.features().values()[i] - mean[i % 2];
            variance[i % 2] += distance * distance / 8;
        }
        double kept = 0.7 * 0.7 * 0.7;
        for (Precision precision : precisions()) {
            double tolerance = precision == Precision.FLOAT32 ? 1e-6 : 1e-14;
            try (Backend backend = create(precision, 1)) {
                Network network = trained(experiment, items, backend);
                assertThat(Experiments.tensor(network, RUNNING_MEAN).values())
                        .containsExactly(times(mean, 1 - kept), within(tolerance));
                assertThat(Experiments.tensor(network, RUNNING_VARIANCE).values())
                        .containsExactly(
                                Arrays.stream(variance)
                                        .map(value -> (1 - kept) * value + kept)
                                        .toArray(),
                                within(tolerance));
            }
        }
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private static Network trained(Experiment experiment, Dataset items, Backend backend) {
        return new Trainer(experiment, backend)
                .train(items, Experiments.none(items), Experiments.QUIET, () -> false)
                .network();
    }

    @Test
    void evaluationAndPredictionUseWhatIsRememberedAndChangeNothing() {
        Dataset items = Experiments.classes(25);
        for (Precision precision : precisions()) {
            try (Backend backend = create(precision, 1)) {
                Experiment experiment = experiment().build();
                Network network = trained(experiment, items, backend);
                double[] before = Experiments.parameters(network);
                Matrix all = network.predict(items.features());
                Matrix one = network.predict(
                        new Matrix(3, 1, Arrays.copyOf(items.features().values(), 3)));
                assertThat(one.values()[0]).isEqualTo(all.values()[0]);
                Evaluation.of(network, experiment, items);
                assertThat(Experiments.parameters(network)).containsExactly(before);
                // Another running mean is another prediction: it is used indeed.
                Network other = Network.initialized(experiment, 3, backend);
                other.setParameters(network.parameters().stream()
                        .map(tensor -> tensor.name().equals(RUNNING_MEAN)
                                ? new dnn.engine.network.ParameterTensor(
                                        tensor.layer(), tensor.role(), tensor.shape(), times(tensor.values(), 2.0))
                                : tensor)
                        .toList());
                assertThat(other.predict(items.features()).values()[0]).isNotEqualTo(all.values()[0]);
            }
        }
    }

    @Test
    void fromAnyStepTrainingGoesOnToTheSameBitsWithTheBestWeights() {
        Experiment experiment = experiment()
                .earlyStopping(new EarlyStopping("validation.loss", 2, true))
                .build();
        for (Precision precision : precisions()) {
            try (Backend backend = create(precision, 2)) {
                TrainingStateTest.goesOnToTheSameBits(
                        experiment, Experiments.classes(14), Experiments.classes(7), backend);
            }
        }
    }

    @Test
    void aBatchOfOneIsRefusedWithTheLayersName() {
        Experiment experiment = experiment().build();
        try (Backend backend = create(Precision.FLOAT64, 1)) {
            assertThatThrownBy(() -> trained(experiment, Experiments.classes(11), backend))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("layer `batch_norm1`")
                    .hasMessageContaining("a batch of one");
        }
    }

    @Test
    void anyCountOfThreadsGivesTheSameBits() {
        Dataset items = Experiments.items("threads", categoricalCrossEntropy(), 150, 9, 300);
        for (Precision precision : precisions()) {
            double[] alone = largeTrained(items, precision, 1);
            assertThat(largeTrained(items, precision, 2)).containsExactly(alone);
            assertThat(largeTrained(items, precision, 8)).containsExactly(alone);
        }
    }

    /** All parameters of a network large enough that every kernel hands work to other threads. */
    protected final double[] largeTrained(Dataset items, Precision precision, int threads) {
        Experiment experiment = Experiments.of(
                        categoricalCrossEntropy(),
                        dense(301),
                        batchNorm(),
                        dense(290, tanh()),
                        layerNorm(),
                        dense(9, softmax()))
                .optimizer(sgd(0.1))
                .batchSize(150)
                .epochs(2)
                .build();
        try (Backend backend = create(precision, threads)) {
            return Experiments.parameters(trained(experiment, items, backend));
        }
    }
}
