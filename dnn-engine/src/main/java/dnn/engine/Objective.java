package dnn.engine;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.training.Regularization;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import java.util.Arrays;
import java.util.List;

/** What training makes small, as a function of parameters and items: J + λ₁·‖W‖₁ + λ₂/2·‖W‖², with the dropout masks of the first step. */
final class Objective {
    private final Network network;
    private final Backend backend;
    private final Regularization regularization;
    private final Workspace workspace;
    private final StepLoop loop;
    private final Buffer features;
    private final Buffer targets;
    private final Dataset items;
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

    /** The objective's value with the parameters and features as they are now. */
    double value() {
        backend.clear(workspace.sums());
        workspace.set(items.items(), true, 0);
        workspace.forward(features);
        workspace.loss(targets);
        sameSide = Arrays.equals(sides, sides());
        return backend.read(workspace.sums(), 0) / items.items() + penalty();
    }

    /** Whether no rectifier and no absolute error has crossed its kink since the beginning. */
    boolean isOnTheSameSide() {
        return sameSide;
    }

    /** The analytic gradients of all parameters, as training computes them. */
    List<ParameterTensor> gradients() {
        loop.gradients(features, targets, items.items(), 0);
        return network.copies(loop.workspace().flatGradients());
    }

    /** The analytic gradient with respect to X, column by column. */
    double[] featureGradient() {
        value();
        workspace.backward(features);
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
            if (network.slots().get(i).tensor().penalized()) {
                for (double weight : tensors.get(i).values()) {
                    penalty += regularization.l1() * Math.abs(weight) + regularization.l2() / 2 * weight * weight;
                }
            }
        }
        return penalty;
    }

    /** On which side of its kink every rectified output, every absolute error and every penalized weight is. */
    private boolean[] sides() {
        int count = 0;
        double[][] values = new double[network.nodes().size() + 2][];
        for (int i = 0; i < network.nodes().size(); i++) {
            Node node = network.nodes().get(i);
            values[i] = new double[node.layer().hasKink() ? node.layer().outputs() * items.items() : 0];
            backend.read(workspace.output(i), values[i].length, values[i]);
            count += values[i].length;
        }
        int errors = network.nodes().size();
        values[errors] = new double[network.loss().hasKink() ? network.outputs() * items.items() : 0];
        backend.read(workspace.probabilities(), values[errors].length, values[errors]);
        for (int i = 0; i < values[errors].length; i++) {
            values[errors][i] -= items.targets().values()[i];
        }
        int weights = errors + 1;
        values[weights] = new double[regularization.l1() > 0 ? Math.toIntExact(network.parameterCount()) : 0];
        backend.read(network.flatParameters(), values[weights].length, values[weights]);
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
