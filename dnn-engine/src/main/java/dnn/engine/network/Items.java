package dnn.engine.network;

import dnn.api.dataset.Dataset;
import dnn.api.dataset.Scaling;
import dnn.api.random.RandomStream;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Items on a backend, copied there once. A stretch {@code (from, count)} of them is a view while they are in their own
 * order, and gathered by index once they were shuffled.
 */
public final class Items {
    /** Weights of items that count alike. */
    public static final double[] EACH_ONCE = {};

    private final Backend backend;
    private final Dataset data;
    private final int inputs;
    private final int outputs;
    private final Buffer allFeatures;
    private final Buffer allTargets;
    private final int[] order;
    private Buffer gatheredFeatures;
    private Buffer gatheredTargets;
    private Buffer[] featureViews = {};
    private Buffer[] targetViews = {};
    private final double[] allWeights;
    private double[] weights = {};
    private int stride;
    private boolean shuffled;

    public Items(Backend backend, Dataset data) {
        this.backend = backend;
        this.data = data;
        this.inputs = data.features().rows();
        this.outputs = data.targets().rows();
        this.allFeatures = backend.allocate(data.features().values().length);
        this.allTargets = backend.allocate(data.targets().values().length);
        this.order = IntStream.range(0, data.items()).toArray();
        this.gatheredFeatures = allFeatures.view(0, 0);
        this.gatheredTargets = allTargets.view(0, 0);
        this.allWeights = data.weights().map(Items::ofMeanOne).orElse(EACH_ONCE);
        backend.write(data.features().values(), 0, allFeatures);
        backend.write(data.targets().values(), 0, allTargets);
    }

    /**
     * Plans stretches that start at multiples of {@code size} and hold that many items, the last what is left, so that
     * taking them allocates nothing.
     */
    public Items inBatches(int size, boolean shuffling) {
        stride = size;
        int batches = (count() + size - 1) / size;
        if (shuffling) {
            gatheredFeatures = backend.allocate(Math.multiplyExact(inputs, size));
            gatheredTargets = backend.allocate(Math.multiplyExact(outputs, size));
        }
        featureViews = new Buffer[batches];
        targetViews = new Buffer[batches];
        for (int i = 0; i < batches; i++) {
            int items = Math.min(size, count() - i * size);
            featureViews[i] = allFeatures.view(i * size * inputs, items * inputs);
            targetViews[i] = allTargets.view(i * size * outputs, items * outputs);
        }
        return this;
    }

    public int count() {
        return data.items();
    }

    /** Puts the items in a random order, starting from their own. */
    public void shuffle(RandomStream stream) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        stream.shuffle(order);
        shuffled = true;
    }

    /** X of a stretch. */
    public Buffer features(int from, int count) {
        if (shuffled) {
            backend.gatherColumns(allFeatures, inputs, order, from, count, gatheredFeatures);
            return gatheredFeatures;
        }
        return stride > 0 ? featureViews[from / stride] : allFeatures.view(from * inputs, count * inputs);
    }

    /** Y of a stretch. */
    public Buffer targets(int from, int count) {
        if (shuffled) {
            backend.gatherColumns(allTargets, outputs, order, from, count, gatheredTargets);
            return gatheredTargets;
        }
        return stride > 0 ? targetViews[from / stride] : allTargets.view(from * outputs, count * outputs);
    }

    /** Weights times m/Σ w, so that they say which items matter and not how far a step goes. */
    public static double[] ofMeanOne(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        if (weights.length > 0 && !(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the weights of the items sum to " + sum + "; some must be above 0, none below, and all finite");
        }
        return Arrays.stream(weights)
                .map(weight -> weight * (weights.length / sum))
                .toArray();
    }

    /**
     * The weights of the items of a stretch, 1 on the average over all; an empty array where each counts once.
     * Overwritten by the next call.
     */
    public double[] weights(int from, int count) {
        if (allWeights.length == 0) {
            return allWeights;
        }
        if (weights.length < count) {
            weights = new double[count];
        }
        for (int i = 0; i < count; i++) {
            weights[i] = allWeights[order[from + i]];
        }
        return weights;
    }

    /** The scaling of Y. */
    public List<Scaling> units() {
        return data.units();
    }

    /** Copies Y of a stretch to the host. */
    public void readTargets(int from, int count, double[] destination) {
        double[] values = data.targets().values();
        if (!shuffled) {
            System.arraycopy(values, from * outputs, destination, 0, count * outputs);
        } else if (outputs == 1) {
            // A call for each number would take longer than a step of a small network.
            for (int i = 0; i < count; i++) {
                destination[i] = values[order[from + i]];
            }
        } else {
            for (int i = 0; i < count; i++) {
                System.arraycopy(values, order[from + i] * outputs, destination, i * outputs, outputs);
            }
        }
    }
}
