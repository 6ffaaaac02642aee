package dnn.engine;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import dnn.engine.layer.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The memory of passes through a network, planned once for the greatest batch: what forward keeps for backward, and gradients. Passes allocate nothing. */
final class Workspace {
    private final Network network;
    private final Batch batch;
    private final Node[] nodes;
    private final Buffer[] outputs;
    private final Buffer probabilities;
    private final Buffer outputGradient;
    private final Buffer[] nodeGradients;
    private final @Nullable Buffer featureGradient;
    private final @Nullable Buffer flatGradients;
    private final Buffer[][] parameterGradients;
    private final Scalars sums;
    private final DenseChain.@Nullable Pass pass;
    private @Nullable WeightedLoss weightedLoss;

    private Workspace(Network network, Kernels kernels, int capacity, boolean backward, boolean withFeatureGradient) {
        Backend backend = network.backend();
        this.network = network;
        this.batch = new Batch(kernels);
        this.nodes = network.nodes().toArray(new Node[0]);
        this.outputs = new Buffer[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            outputs[i] = backend.allocate(Math.multiplyExact(nodes[i].layer().outputs(), capacity));
        }
        int outputSize = Math.multiplyExact(network.outputs(), capacity);
        this.probabilities = network.lossTakesActivation() ? backend.allocate(outputSize) : outputs[nodes.length - 1];
        this.outputGradient = backend.allocate(outputSize);
        this.sums = backend.allocateScalars(1);
        this.nodeGradients = new Buffer[backward ? nodes.length : 0];
        this.parameterGradients = new Buffer[nodeGradients.length][];
        this.flatGradients =
                backward ? backend.allocate(network.flatParameters().length()) : null;
        this.featureGradient =
                withFeatureGradient ? backend.allocate(Math.multiplyExact(network.inputs(), capacity)) : null;
        if (flatGradients != null) {
            for (int i = 0; i < nodes.length; i++) {
                nodeGradients[i] = i == nodes.length - 1 ? outputGradient : backend.allocate(outputs[i].length());
                parameterGradients[i] = network.slotsOf(nodes[i]).stream()
                        .map(slot -> Network.view(flatGradients, slot))
                        .toArray(Buffer[]::new);
            }
        }
        this.pass = withFeatureGradient
                ? null
                : chain().flatMap(chain -> kernels.pass(chain, capacity, backward))
                        .orElse(null);
    }

    /** For forward passes and losses of up to {@code capacity} items. */
    static Workspace forEvaluation(Network network, Kernels kernels, int capacity) {
        return new Workspace(network, kernels, capacity, false, false);
    }

    /** For training steps of up to {@code capacity} items. */
    static Workspace forTraining(Network network, Kernels kernels, int capacity) {
        return new Workspace(network, kernels, capacity, true, false);
    }

    /** For training steps that also give the gradient with respect to X. */
    static Workspace withFeatureGradient(Network network, Kernels kernels, int capacity) {
        return new Workspace(network, kernels, capacity, true, true);
    }

    /** Says what the next passes are about; see {@link Batch#set}. */
    void set(int items, boolean training, long step) {
        batch.set(items, training, step);
    }

    /** Outputs of a batch, in one go where the backend can. X (n_0, m). */
    void predict(Buffer features) {
        if (pass != null) {
            pass.predict(features, lastOutput(), batch.items());
        } else {
            forward(features);
        }
    }

    /** Outputs and losses of a batch, in one go where the backend can. X (n_0, m), Y (n_L, m). */
    void evaluate(Buffer features, Buffer targets) {
        if (pass != null) {
            pass.evaluate(features, targets, lastOutput(), batch.items(), sums, 0);
        } else {
            forward(features);
            loss(targets);
        }
    }

    /** Losses and gradients of a batch: forward, loss and backward, in one go where the backend can and items count alike. */
    void step(Buffer features, Buffer targets, double[] weights) {
        if (pass != null && weights.length == 0) {
            pass.step(features, targets, lastOutput(), parameterGradients, batch.items(), sums, 0);
        } else {
            layerByLayer(features, targets, weights);
        }
    }

    /** Losses and gradients of a batch, with every node's output and gradient left to look at; weights as {@link #loss(Buffer, double[])} has them. */
    void layerByLayer(Buffer features, Buffer targets, double[] weights) {
        forward(features);
        loss(targets, weights);
        backward(features);
    }

    /** The nodes as one chain, if they are one. */
    private Optional<DenseChain> chain() {
        List<DenseChain.Link> links = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            Optional<DenseChain.Link> link = nodes[i].layer().link();
            if (link.isEmpty() || nodes[i].input() != i - 1) {
                return Optional.empty();
            }
            links.add(link.orElseThrow());
        }
        return network.loss().endOfChain().map(loss -> new DenseChain(network.inputs(), links, loss));
    }

    /** From X to the last node: figure 5. X (n_0, m). */
    void forward(Buffer features) {
        for (int i = 0; i < nodes.length; i++) {
            nodes[i].layer().forward(batch, input(nodes[i], features), outputs[i]);
        }
    }

    /** Adds the items' losses to the sum; A[L] and the loss's gradient are there afterwards. Y (n_L, m). */
    void loss(Buffer targets) {
        network.loss()
                .evaluate(
                        batch.kernels(),
                        outputs[nodes.length - 1],
                        targets,
                        probabilities,
                        outputGradient,
                        network.outputs(),
                        batch.items(),
                        sums,
                        0);
    }

    /**
     * The same where items count differently: each item's gradient is w_i times its loss's.
     *
     * @param weights at least one an item of the batch; empty where each counts once
     */
    void loss(Buffer targets, double[] weights) {
        loss(targets);
        if (weights.length > 0) {
            WeightedLoss planned = weightedLoss;
            if (planned == null) {
                planned = new WeightedLoss(batch.kernels(), outputGradient, network.outputs());
                weightedLoss = planned;
            }
            planned.apply(weights, batch.items());
        }
    }

    /** From the loss to the first node: figure 6. Every parameter's gradient, of the mean over the batch, is written. */
    void backward(Buffer features) {
        for (int i = nodes.length - 1; i >= 0; i--) {
            Node node = nodes[i];
            Buffer inputGradient = node.input() == Node.FEATURES ? featureGradient : nodeGradients[node.input()];
            node.layer()
                    .backward(
                            batch,
                            input(node, features),
                            outputs[i],
                            nodeGradients[i],
                            inputGradient,
                            parameterGradients[i]);
        }
    }

    private Buffer input(Node node, Buffer features) {
        return node.input() == Node.FEATURES ? features : outputs[node.input()];
    }

    /** What node i handed on in the last forward pass. */
    Buffer output(int node) {
        return outputs[node];
    }

    /** What the last node handed on in the last pass: Z[L] where the loss takes its activation over, else A[L]. */
    Buffer lastOutput() {
        return outputs[nodes.length - 1];
    }

    /** A[L] of the last loss that was computed layer by layer. */
    Buffer probabilities() {
        return probabilities;
    }

    /** Scalar 0: the sum of losses since it was cleared. */
    Scalars sums() {
        return sums;
    }

    /** Gradients of all parameters, laid out as they are. */
    Buffer flatGradients() {
        if (flatGradients == null) {
            throw new IllegalStateException("planned without a way back");
        }
        return flatGradients;
    }

    /** Gradient of each item's loss with respect to X. */
    Buffer featureGradient() {
        if (featureGradient == null) {
            throw new IllegalStateException("planned without the gradient of X");
        }
        return featureGradient;
    }
}
