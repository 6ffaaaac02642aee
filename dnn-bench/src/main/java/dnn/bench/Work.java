package dnn.bench;

import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.moons;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.softmax;

import dnn.api.EngineSettings;
import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.layer.LayerSpec;
import dnn.api.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A training step that everybody measured does alike.
 *
 * @param sizes n_0, n_1, …, n_L; relu inside, sigmoid for one output and softmax for more
 * @param batch items of a step
 * @param optimizer {@code sgd} or {@code adam}
 * @param batches how many different batches there are; a pass goes through them once
 */
record Work(List<Integer> sizes, int batch, String optimizer, int batches) {
    /** The works of the table in {@code docs/performance.md}. */
    static final List<Work> ALL = List.of(
            new Work(List.of(784, 512, 512, 10), 128, "sgd", 16),
            new Work(List.of(784, 512, 512, 10), 128, "adam", 16),
            new Work(List.of(1024, 4096, 4096, 1000), 512, "sgd", 2),
            new Work(List.of(2, 20, 7, 5, 1), 400, "sgd", 200),
            new Work(List.of(2, 20, 7, 5, 1), 32, "sgd", 400),
            new Work(List.of(12288, 20, 7, 5, 1), 209, "sgd", 8));

    /** The number of arguments that say what a work is. */
    static final int ARGUMENTS = 4;

    /** The learning rate of everybody. */
    static final double LEARNING_RATE = 0.001;

    /** The work that these {@link #arguments()} say. */
    static Work of(List<String> arguments) {
        return new Work(
                Arrays.stream(arguments.get(0).split("-", -1))
                        .map(Integer::valueOf)
                        .toList(),
                Integer.parseInt(arguments.get(1)),
                arguments.get(2),
                Integer.parseInt(arguments.get(3)));
    }

    /** The work for a command line: {@code 784-512-512-10}, {@code 128}, {@code sgd}, {@code 16}. */
    List<String> arguments() {
        return List.of(layers(), String.valueOf(batch), optimizer, String.valueOf(batches));
    }

    /** {@code 784-512-512-10 b128 sgd}. */
    String name() {
        return layers() + " b" + batch + " " + optimizer;
    }

    private String layers() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    int inputs() {
        return sizes.get(0);
    }

    int outputs() {
        return sizes.get(sizes.size() - 1);
    }

    int items() {
        return batch * batches;
    }

    /** The work as an experiment; its data is not that of its source but {@link #data()}. */
    Experiment experiment(String backend, String precision, int threads, int epochs) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 1; i < sizes.size() - 1; i++) {
            layers.add(dense(sizes.get(i), relu()));
        }
        boolean binary = outputs() == 1;
        layers.add(dense(outputs(), binary ? sigmoid() : softmax()));
        return Experiment.named("bench")
                .seed(1)
                .data(moons(10))
                .split(1, 0, 0)
                .architecture(layers.toArray(LayerSpec[]::new))
                .loss(binary ? binaryCrossEntropy() : categoricalCrossEntropy())
                .optimizer(optimizer.equals("adam") ? adam(LEARNING_RATE) : sgd(LEARNING_RATE))
                .epochs(epochs)
                .batchSize(batch)
                .shuffle(false)
                // The peers compute none either.
                .metrics()
                .engine(new EngineSettings(
                        Stream.of(new EngineSettings.Backend.CommonsMath(), new EngineSettings.Backend.Simd())
                                .filter(value -> value.id().equals(backend))
                                .findFirst()
                                .orElseThrow(),
                        EngineSettings.Precision.valueOf(precision.toUpperCase(java.util.Locale.ROOT)),
                        new EngineSettings.Threads.Count(threads)))
                .build();
    }

    /** Standard normal features and uniform labels, the same for everybody. */
    Dataset data() {
        RandomStream stream = RandomStream.of(1, "bench/" + name());
        Matrix features = Matrix.zeros(inputs(), items());
        for (int i = 0; i < features.values().length; i++) {
            features.values()[i] = (float) stream.nextGaussian();
        }
        Matrix targets = Matrix.zeros(outputs(), items());
        for (int i = 0; i < items(); i++) {
            int label = stream.nextInt(Math.max(2, outputs()));
            if (outputs() > 1) {
                targets.set(label, i, 1);
            } else {
                targets.set(0, i, label);
            }
        }
        return new Dataset(features, targets);
    }
}
