package dnn.engine.probe;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.random.RandomStream;
import dnn.api.random.RandomStreams;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Precision;
import dnn.engine.network.Network;
import dnn.engine.network.ParameterSlot;
import dnn.engine.network.ParameterTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Analytic against numeric gradients of the whole objective: loss, penalties, and dropout with the mask of the first
 * step. Numeric ones are central differences of fourth order, [8(J(w+h) − J(w−h)) − (J(w+2h) − J(w−2h))]/(12h). A
 * number whose neighbourhood holds a kink (a rectifier's or an absolute error's) is compared with a smaller h, or not
 * at all; one around which the objective is strongly bent, as behind a normalization of numbers that hardly differ,
 * with that of three h that agrees best. Thread-safe: it works on a network of its own.
 */
public final class GradientCheck {
    /** The greatest relative difference that passes. */
    public static final double TOLERANCE = 1e-7;

    private static final int SAMPLE = 200;
    private static final double[] STEPS = {1e-3, 1e-4, 1e-5};

    /** As near as every number of a tensor need be for the tensor to pass well. */
    private static final double NEAR = TOLERANCE / 4;

    private static final double ROUNDING = 0x1.0p-50;

    private final Objective objective;
    private final Backend backend;
    private final RandomStreams streams;

    private GradientCheck(Experiment experiment, Dataset items, Backend backend) {
        this.backend = backend;
        this.streams = new RandomStreams(experiment.seedInForce());
        Network network = Network.initialized(experiment, items.features().rows(), backend);
        network.checkItems(items);
        this.objective = new Objective(experiment, network, items);
    }

    /**
     * Checks every tensor of the experiment's network, and its input X, at the initial parameters. Of a tensor with
     * more than 200 numbers, 200 random ones.
     *
     * @param items a few items
     * @throws IllegalArgumentException if the backend does not compute in float64, or the items do not fit the network
     * @throws IllegalStateException if the backend was closed
     */
    public static List<Difference> run(Experiment experiment, Dataset items, Backend backend) {
        if (backend.precision() != Precision.FLOAT64) {
            throw new IllegalArgumentException(
                    "numeric gradients need float64, " + backend.id() + " is in " + backend.precision());
        }
        return backend.lifetime().during(() -> new GradientCheck(experiment, items, backend).run());
    }

    private List<Difference> run() {
        List<ParameterTensor> gradients = objective.gradients();
        double[] featureGradient = objective.featureGradient();
        List<Difference> differences = new ArrayList<>();
        List<ParameterSlot> slots = objective.network().layout().trainedSlots();
        for (int i = 0; i < slots.size(); i++) {
            Buffer tensor = slots.get(i).in(objective.network().flatParameters());
            differences.add(
                    compare(slots.get(i).name(), tensor, gradients.get(i).values()));
        }
        differences.add(compare("X", objective.features(), featureGradient));
        return differences;
    }

    private Difference compare(String name, Buffer tensor, double[] analytic) {
        double squaredDifference = 0;
        double squaredAnalytic = 0;
        double squaredNumeric = 0;
        int compared = 0;
        double greatestNoise = 0;
        double rounding = ROUNDING * Math.abs(objective.value());
        int[] indices = sample(name, analytic.length);
        double near = NEAR * size(analytic, indices) / Math.sqrt(indices.length);
        for (int index : indices) {
            Buffer number = tensor.view(index, 1);
            double best = Double.NaN;
            double noise = 0;
            for (double step : STEPS) {
                double numeric = numeric(number, step);
                // Not closer is NaN, too: the first one that is a number counts.
                if (!Double.isNaN(numeric)
                        && !(Math.abs(numeric - analytic[index]) >= Math.abs(best - analytic[index]))) {
                    best = numeric;
                    noise = rounding / step;
                }
                if (Math.abs(best - analytic[index]) <= near) {
                    break;
                }
            }
            if (!Double.isNaN(best)) {
                squaredDifference += (analytic[index] - best) * (analytic[index] - best);
                squaredAnalytic += analytic[index] * analytic[index];
                squaredNumeric += best * best;
                compared++;
                greatestNoise = Math.max(greatestNoise, noise);
            }
        }
        // Below this size a gradient is nothing but the rounding of the differences.
        double floor = greatestNoise * Math.sqrt(compared) / TOLERANCE;
        double size = Math.max(Math.sqrt(squaredAnalytic) + Math.sqrt(squaredNumeric), floor);
        double relative = squaredDifference == 0 ? 0 : Math.sqrt(squaredDifference) / size;
        return new Difference(name, relative, compared > 0 && relative <= TOLERANCE);
    }

    private static double size(double[] analytic, int[] indices) {
        return Math.sqrt(Arrays.stream(indices)
                .mapToDouble(index -> analytic[index] * analytic[index])
                .sum());
    }

    private int[] sample(String name, int size) {
        int[] indices = IntStream.range(0, size).toArray();
        if (size <= SAMPLE) {
            return indices;
        }
        RandomStream stream = streams.stream("gradient_check/" + name);
        stream.shuffle(indices);
        return Arrays.copyOf(indices, SAMPLE);
    }

    /** The difference quotient; NaN if there is a kink between its points. */
    private double numeric(Buffer number, double step) {
        double[] value = new double[1];
        backend.read(number, 1, value);
        double h = step * Math.max(1, Math.abs(value[0]));
        double result = (8 * (at(number, value[0] + h) - at(number, value[0] - h))
                        - (at(number, value[0] + 2 * h) - at(number, value[0] - 2 * h)))
                / (12 * h);
        backend.write(value, 0, number);
        return result;
    }

    private double at(Buffer number, double value) {
        backend.write(new double[] {value}, 0, number);
        double result = objective.value();
        return objective.isOnTheSameSide() ? result : Double.NaN;
    }
}
