package dnn.engine.probe;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.training.Regularization;
import dnn.engine.activation.Kink;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import dnn.engine.network.ParameterTensor;
import dnn.engine.network.Workspace;
import dnn.engine.training.StepLoop;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The objective that training makes small, as a function of parameters and items: J + λ₁·‖W‖₁ + λ₂/2·‖W‖², with the
 * dropout masks of the first step.
 */
final class Objective {
    private final Network network;
    private final Backend backend;
    private final Regularization regularization;
    private final Workspace workspace;
    private final StepLoop loop;
    private final Buffer features;
    private final Buffer targets;
    private final Dataset items;
    private final Buffer remembered;
    private boolean[] sides = {};
    private boolean sameSide;

    Objective(Experiment experiment, Network network, Dataset items) {
        this.network = network;
        this.backend = network.backend();
        this.regularization = experiment.training().regularization();
        Kernels kernels = backend.kernels();
        this.workspace = Workspace.withFeatureGradient(network, kernels, items.items());
        this.loop = new StepLoop(experiment, network, kernels, items.items());
        this.items = items;
        this.remembered = backend.allocate(network.remembered().length());
        backend.copy(network.remembered(), remembered, remembered.length());
        Items onBackend = new Items(backend, items);
        this.features = onBackend.features(0, items.items());
        this.targets = onBackend.targets(0, items.items());
        value();
        this.sides = sides();
    }

    Network network() {
        return network;
    }

    /** X, (n_0, m). */
    Buffer features() {
        return features;
    }

    /**
     * The objective's value with the parameters and features as they are now, from what was remembered at the
     * beginning.
     */
    double value() {
        backend.copy(remembered, network.remembered(), remembered.length());
        backend.clear(workspace.sums());
        workspace.set(items.items(), true, 0);
        workspace.forward(features);
        workspace.loss(targets);
        sameSide = Arrays.equals(sides, sides());
        return backend.read(workspace.sums(), 0) / items.items() + penalty();
    }

    /** Tells whether no rectifier and no absolute error has crossed its kink since the beginning. */
    boolean isOnTheSameSide() {
        return sameSide;
    }

    /** The analytic gradients of all parameters, as training computes them. */
    List<ParameterTensor> gradients() {
        loop.gradients(features, targets, items.items(), 0);
        return network.gradients(loop.workspace().flatGradients());
    }

    /** The analytic gradient with respect to X, column by column. */
    double[] featureGradient() {
        value();
        workspace.backward();
        double[] gradient = new double[features.length()];
        backend.read(workspace.featureGradient(), gradient.length, gradient);
        return Arrays.stream(gradient).map(number -> number / items.items()).toArray();
    }

    private double penalty() {
        if (!regularization.isActive()) {
            return 0;
        }
        double penalty = 0;
        List<ParameterTensor> tensors = network.parameters();
        for (int i = 0; i < tensors.size(); i++) {
            if (network.layout().slots().get(i).tensor().penalized()) {
                for (double weight : tensors.get(i).values()) {
                    penalty += regularization.l1() * Math.abs(weight) + regularization.l2() / 2 * weight * weight;
                }
            }
        }
        return penalty;
    }

    /** All numbers whose size costs something: |w| has no slope at 0, the other numbers have one. */
    private double[] penalized() {
        List<ParameterTensor> tensors = network.parameters();
        return IntStream.range(0, tensors.size())
                .filter(i -> network.layout().slots().get(i).tensor().penalized())
                .mapToObj(i -> tensors.get(i).values())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** The distance of every error a − y above each kink of the loss. */
    private double[] errors() {
        double[] kinks = network.loss().kinks();
        int count = network.outputs() * items.items();
        double[] outputs = new double[kinks.length == 0 ? 0 : count];
        backend.read(workspace.probabilities(), outputs.length, outputs);
        double[] errors = new double[kinks.length * count];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = outputs[i % count] - items.targets().values()[i % count] - kinks[i / count];
        }
        return errors;
    }

    /** On which side of its kink every rectified output, every absolute error and every penalized weight is. */
    private boolean[] sides() {
        List<Kink> kinks = workspace.kinks();
        double[][] values = new double[kinks.size() + 2][];
        int count = 0;
        for (int i = 0; i < kinks.size(); i++) {
            values[i] = new double[kinks.get(i).perItem() * items.items()];
            backend.read(kinks.get(i).numbers(), values[i].length, values[i]);
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] -= kinks.get(i).at();
            }
            count += values[i].length;
        }
        int errors = kinks.size();
        values[errors] = errors();
        int weights = errors + 1;
        values[weights] = regularization.l1() > 0 ? penalized() : new double[0];
        boolean[] found = new boolean[count + values[errors].length + values[weights].length];
        int at = 0;
        for (double[] part : values) {
            for (double value : part) {
                found[at++] = value > 0;
            }
        }
        return found;
    }
}
