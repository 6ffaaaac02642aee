package dnn.engine.training;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.random.RandomStreams;
import dnn.engine.network.Items;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The items of a step: which of the training split make up the batch of any step of any epoch. */
public final class StepItems {
    private StepItems() {}

    /**
     * The items of a step.
     *
     * @param items of the training split
     * @param epoch from 1
     * @param step of the epoch, from 1
     */
    public static int[] of(Experiment experiment, int items, int epoch, int step) {
        int size = experiment.training().batchSize().of(items);
        int[] order = IntStream.range(0, items).toArray();
        if (shuffles(experiment, items)) {
            new RandomStreams(experiment.seedInForce()).stream(stream(epoch)).shuffle(order);
        }
        return Arrays.copyOfRange(order, (step - 1) * size, Math.min(items, step * size));
    }

    /** The order within a single step changes nothing but rounding. */
    static boolean shuffles(Experiment experiment, int items) {
        return experiment.training().shuffle()
                && experiment.training().batchSize().of(items) < items;
    }

    /** The name of the stream that an epoch's order is drawn from. */
    static String stream(int epoch) {
        return "shuffle/epoch/" + epoch;
    }

    /** These items of a split, with the weights that they have among all of it. */
    public static Dataset batch(Dataset split, int[] items) {
        Optional<double[]> weights = split.weights().map(all -> {
            double[] scaled = Items.ofMeanOne(all);
            return IntStream.of(items).mapToDouble(item -> scaled[item]).toArray();
        });
        return new Dataset(columns(split.features(), items), columns(split.targets(), items), weights, split.units());
    }

    private static Matrix columns(Matrix matrix, int[] items) {
        Matrix some = Matrix.zeros(matrix.rows(), items.length);
        for (int i = 0; i < items.length; i++) {
            System.arraycopy(
                    matrix.values(), items[i] * matrix.rows(), some.values(), i * matrix.rows(), matrix.rows());
        }
        return some;
    }
}
