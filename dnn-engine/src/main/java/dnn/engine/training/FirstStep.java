package dnn.engine.training;

import dnn.api.EngineSettings;
import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.engine.backend.Backend;
import dnn.engine.backend.BackendProvider;
import dnn.engine.backend.Backends;
import dnn.engine.backend.Precision;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import dnn.engine.network.ParameterSlot;
import java.util.Arrays;
import java.util.Optional;

/**
 * A backend against the reference: loss and gradients of the first step on a few items. Norms are compared, not
 * numbers, since rounding may put single units on the other side of a kink.
 *
 * @param difference the greater of |J − J′|/(|J| + |J′|) and ‖g − g′‖/(‖g‖ + ‖g′‖)
 * @param warning where it is more than rounding explains
 */
public record FirstStep(double difference, Optional<String> warning) {
    private static final int ITEMS = 8;
    private static final String REFERENCE = new EngineSettings.Backend.CommonsMath().id();

    /** Compares; 0 on the reference itself. */
    public static FirstStep compare(Experiment experiment, Network network, Dataset train) {
        Backend backend = network.backend();
        if (backend.id().equals(REFERENCE)) {
            return new FirstStep(0, Optional.empty());
        }
        BackendProvider provider = Backends.discovered()
                .provider(REFERENCE)
                .orElseThrow(() -> new IllegalStateException("the reference backend is part of this module"));
        try (Backend reference = provider.create(Precision.FLOAT64, 1)) {
            Network same = Network.initialized(experiment, network.inputs(), reference);
            same.setParameters(network.parameters());
            Dataset few = first(train, Math.min(ITEMS, train.items()));
            double[] found = lossAndGradients(experiment, network, few);
            double[] expected = lossAndGradients(experiment, same, few);
            double loss = relative(found, expected, 0, 1);
            double gradients = relative(found, expected, 1, found.length);
            double difference = Math.max(loss, gradients);
            double tolerance = tolerance(backend.precision());
            return new FirstStep(
                    difference,
                    difference <= tolerance
                            ? Optional.empty()
                            : Optional.of("the first step on backend " + backend.id() + " differs from " + REFERENCE
                                    + " by " + difference + " (relative), more than the " + tolerance
                                    + " that rounding explains; most in "
                                    + (loss >= gradients ? "the loss" : mostDifferent(network, found, expected))));
        }
    }

    /** The tensor whose gradients are farthest apart. */
    private static String mostDifferent(Network network, double[] found, double[] expected) {
        String most = "the gradients";
        double greatest = -1;
        for (ParameterSlot slot : network.layout().trainedSlots()) {
            double distance = 0;
            for (int i = 1 + slot.offset(); i < 1 + slot.offset() + slot.size(); i++) {
                distance = Math.hypot(distance, found[i] - expected[i]);
            }
            if (Double.isNaN(distance) || distance > greatest) {
                greatest = Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
                most = "the gradient of `" + slot.name() + "`";
            }
        }
        return most;
    }

    private static double tolerance(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> 1e-3;
            case FLOAT64 -> 1e-9;
        };
    }

    private static double[] lossAndGradients(Experiment experiment, Network network, Dataset data) {
        StepLoop loop = new StepLoop(experiment, network, data.items());
        Items items = new Items(network.backend(), data);
        loop.gradients(items.features(0, data.items()), items.targets(0, data.items()), data.items(), 0);
        loop.restoreRemembered();
        double[] gradients = new double[Math.toIntExact(network.parameterCount())];
        network.backend().read(loop.workspace().flatGradients(), gradients.length, gradients);
        double[] all = new double[1 + gradients.length];
        all[0] = network.backend().read(loop.workspace().sums(), 0);
        System.arraycopy(gradients, 0, all, 1, gradients.length);
        return all;
    }

    private static double relative(double[] found, double[] expected, int from, int to) {
        double difference = 0;
        double first = 0;
        double second = 0;
        for (int i = from; i < to; i++) {
            difference = Math.hypot(difference, found[i] - expected[i]);
            first = Math.hypot(first, found[i]);
            second = Math.hypot(second, expected[i]);
        }
        if (!Double.isFinite(difference)) {
            // Not finite on both: the run is about to end for that reason and will say so.
            return Double.isFinite(first) == Double.isFinite(second) ? 0 : Double.POSITIVE_INFINITY;
        }
        return difference == 0 ? 0 : difference / (first + second);
    }

    private static Dataset first(Dataset data, int items) {
        return new Dataset(first(data.features(), items), first(data.targets(), items));
    }

    private static Matrix first(Matrix matrix, int items) {
        return new Matrix(matrix.rows(), items, Arrays.copyOf(matrix.values(), matrix.rows() * items));
    }
}
