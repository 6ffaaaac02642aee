package dnn.engine;

import static dnn.api.Dsl.batchNorm;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.layerNorm;
import static dnn.api.Dsl.leakyRelu;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.softmax;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Experiment;
import dnn.api.dataset.Matrix;
import dnn.api.initializer.Normal;
import dnn.api.layer.LayerSpec;
import dnn.api.loss.Loss;
import dnn.api.random.RandomStream;
import dnn.engine.backend.Backend;
import dnn.engine.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An item's prediction is the same bits whatever items stand beside it, wherever it stands, and in batches of any size.
 * A test class extends it and names the backends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ItemByItemContract {
    /** Backends under test by the names that a failure gives. */
    protected abstract Map<String, Supplier<Backend>> backends();

    /** More than a batch of the evaluator, so that the last one is a part of one. */
    private static final int ITEMS = 1024 + 77;

    private static final long SEED = 12;

    /**
     * A network.
     *
     * @param inputs n_0
     * @param loss that follows
     * @param layers whose products go different ways through a backend
     */
    private record Shape(int inputs, Loss loss, LayerSpec... layers) {}

    private static List<Shape> shapes() {
        return List.of(
                new Shape(2, binaryCrossEntropy(), dense(8, tanh()), dense(1, sigmoid())),
                new Shape(
                        7,
                        categoricalCrossEntropy(),
                        dense(33, relu()),
                        dense(17, leakyRelu(0.1)),
                        dense(5, softmax())),
                new Shape(200, meanSquaredError(), dense(24, sigmoid()), dense(3)),
                new Shape(300, categoricalCrossEntropy(), dense(150, tanh()), dense(10, softmax())),
                new Shape(1, meanSquaredError(), dense(1030, relu()), dense(1)),
                new Shape(5, meanSquaredError(), dense(37), batchNorm(), dense(150), layerNorm(), dense(2)));
    }

    Stream<Arguments> networks() {
        return shapes().stream()
                .flatMap(shape -> backends().entrySet().stream()
                        .map(backend -> Arguments.of(
                                Named.of(
                                        shape.inputs() + " inputs, " + shape.layers().length + " layers, "
                                                + backend.getKey(),
                                        shape),
                                backend.getValue())));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void companyDoesNotMatter(Shape shape, Supplier<Backend> makes) {
        RandomStream random = RandomStream.of(SEED, "items");
        double[] values = new double[shape.inputs() * ITEMS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        Experiment experiment = Experiments.of(shape.loss(), shape.layers())
                .weights(new Normal(0, 0.2))
                .biases(new Normal(0.1, 0.3))
                .build();
        try (Backend backend = makes.get()) {
            Network network = Network.initialized(experiment, shape.inputs(), backend);
            Matrix all = network.predict(new Matrix(shape.inputs(), ITEMS, values));
            for (int[] items : companies(random)) {
                double[] picked = new double[shape.inputs() * items.length];
                for (int i = 0; i < items.length; i++) {
                    System.arraycopy(values, items[i] * shape.inputs(), picked, i * shape.inputs(), shape.inputs());
                }
                Matrix some = network.predict(new Matrix(shape.inputs(), items.length, picked));
                for (int i = 0; i < items.length; i++) {
                    assertThat(item(some, i))
                            .as("item %d as %d of %d, seed %d", items[i], i, items.length, SEED)
                            .containsExactly(item(all, items[i]));
                }
            }
        }
    }

    /** Items alone, few together, and many in another order. */
    private static List<int[]> companies(RandomStream random) {
        List<int[]> companies = new ArrayList<>();
        for (int item : new int[] {0, 1, 15, 16, 511, 512, 1023, 1024, ITEMS - 1}) {
            companies.add(new int[] {item});
        }
        for (int count : new int[] {2, 3, 5, 8, 13, 31, 32, 33, 100, 513, ITEMS}) {
            int[] order = IntStream.range(0, ITEMS).toArray();
            random.shuffle(order);
            companies.add(Arrays.copyOf(order, count));
        }
        return companies;
    }

    private static double[] item(Matrix outputs, int item) {
        return Arrays.copyOfRange(outputs.values(), item * outputs.rows(), (item + 1) * outputs.rows());
    }
}
