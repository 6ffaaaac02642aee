package dnn.engine.network;

import dnn.api.plan.Plan;
import dnn.engine.activation.Kink;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import dnn.engine.layer.Batch;
import dnn.engine.layer.Layer;
import dnn.engine.layer.LayerMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The memory of passes through a network, planned once for the greatest batch: what forward keeps for backward, and
 * gradients. Passes allocate nothing.
 */
public final class Workspace {
    private final Network network;
    private final Batch batch;
    private final Node[] nodes;
    private final Layer[] layers;
    private final LayerMemory[] memories;
    private final int[][] readingFeatures;
    private final Buffer[] outputs;
    private final Buffer probabilities;
    private final Buffer outputGradient;
    private final @Nullable Buffer featureGradient;
    private final @Nullable Buffer flatGradients;
    private final Buffer[][] tensorGradients;
    private final Scalars sums;
    private final DenseChain.@Nullable Pass pass;
    private @Nullable WeightedLoss weightedLoss;

    private Workspace(Network network, Kernels kernels, int capacity, boolean backward, boolean withFeatureGradient) {
        Backend backend = network.backend();
        this.network = network;
        this.batch = new Batch(kernels);
        this.nodes = network.nodes().toArray(new Node[0]);
        this.layers = network.nodes().stream().map(Node::layer).toArray(Layer[]::new);
        this.outputs = new Buffer[nodes.length];
        this.memories = new LayerMemory[nodes.length];
        this.readingFeatures = new int[nodes.length][];
        Buffer nothing = backend.allocate(0);
        for (int i = 0; i < nodes.length; i++) {
            outputs[i] = backend.allocate(Math.multiplyExact(nodes[i].outputs(), capacity));
            List<Integer> inputs = nodes[i].planned().inputs();
            readingFeatures[i] = IntStream.range(0, inputs.size())
                    .filter(input -> inputs.get(input) == Plan.INPUT)
                    .toArray();
            memories[i] = new LayerMemory(
                    inputs.stream()
                            .map(input -> input == Plan.INPUT ? nothing : outputs[input])
                            .toList(),
                    outputs[i],
                    layers[i].kept().stream()
                            .map(kept -> backend.allocate(Math.toIntExact(kept.numbers(capacity))))
                            .toList());
        }
        int outputSize = Math.multiplyExact(network.outputs(), capacity);
        this.probabilities = network.lossTakesActivation() ? backend.allocate(outputSize) : outputs[nodes.length - 1];
        this.outputGradient = backend.allocate(outputSize);
        this.sums = backend.allocateScalars(1);
        this.tensorGradients = new Buffer[backward ? nodes.length : 0][];
        this.flatGradients = backward ? backend.allocate(network.layout().trained()) : null;
        this.featureGradient =
                withFeatureGradient ? backend.allocate(Math.multiplyExact(network.inputs(), capacity)) : null;
        if (flatGradients != null) {
            planBackward(backend, flatGradients);
        }
        this.pass = withFeatureGradient
                ? null
                : chain().flatMap(chain -> kernels.pass(chain, capacity, backward))
                        .orElse(null);
    }

    /**
     * Plans where gradients go: the last layer that reads an output writes its gradient first, the others add theirs.
     */
    private void planBackward(Backend backend, Buffer gradients) {
        Buffer[] ofOutputs = new Buffer[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            ofOutputs[i] = i == nodes.length - 1 ? outputGradient : backend.allocate(outputs[i].length());
        }
        Set<Buffer> written = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = nodes.length - 1; i >= 0; i--) {
            List<Integer> inputs = nodes[i].planned().inputs();
            @Nullable Buffer[] ofInputs = new @Nullable Buffer[inputs.size()];
            boolean[] adds = new boolean[inputs.size()];
            for (int j = 0; j < adds.length; j++) {
                @Nullable Buffer gradient = inputs.get(j) == Plan.INPUT ? featureGradient : ofOutputs[inputs.get(j)];
                ofInputs[j] = gradient;
                adds[j] = gradient != null && !written.add(gradient);
            }
            tensorGradients[i] = network.layout().of(i).stream()
                    .filter(slot -> slot.tensor().trained())
                    .map(slot -> slot.in(gradients))
                    .toArray(Buffer[]::new);
            memories[i].plan(ofOutputs[i], ofInputs, adds, tensorGradients[i]);
        }
    }

    /** For forward passes and losses of up to {@code capacity} items. */
    public static Workspace forEvaluation(Network network, Kernels kernels, int capacity) {
        return new Workspace(network, kernels, capacity, false, false);
    }

    /** For training steps of up to {@code capacity} items. */
    public static Workspace forTraining(Network network, Kernels kernels, int capacity) {
        return new Workspace(network, kernels, capacity, true, false);
    }

    /** For training steps that also give the gradient with respect to X. */
    public static Workspace withFeatureGradient(Network network, Kernels kernels, int capacity) {
        return new Workspace(network, kernels, capacity, true, true);
    }

    /** Says what the next passes are about; see {@link Batch#set}. */
    public void set(int items, boolean training, long step) {
        batch.set(items, training, step);
    }

    /** Says that the next pass is about a part of a step's items; see {@link Batch#setPart}. */
    public void setPart(int first, int items, int all, boolean training, long step) {
        batch.setPart(first, items, all, training, step);
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
    public void evaluate(Buffer features, Buffer targets) {
        if (pass != null) {
            pass.evaluate(features, targets, lastOutput(), batch.items(), sums, 0);
        } else {
            forward(features);
            loss(targets);
        }
    }

    /**
     * Losses and gradients of a batch: forward, loss and backward, in one go where the backend can, items count alike
     * and the batch is a whole step.
     */
    public void step(Buffer features, Buffer targets, double[] weights) {
        if (pass != null && weights.length == 0 && batch.isWhole()) {
            pass.step(features, targets, lastOutput(), tensorGradients, batch.items(), sums, 0);
        } else {
            layerByLayer(features, targets, weights);
        }
    }

    /**
     * Losses and gradients of a batch, with every node's output and gradient left to look at; weights as
     * {@link #loss(Buffer, double[])} has them.
     */
    public void layerByLayer(Buffer features, Buffer targets, double[] weights) {
        forward(features);
        loss(targets, weights);
        backward();
    }

    /** The nodes as one chain, if they are one. */
    private Optional<DenseChain> chain() {
        List<DenseChain.Link> links = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            Optional<DenseChain.Link> link = layers[i].link();
            if (link.isEmpty() || !nodes[i].planned().inputs().equals(List.of(i - 1))) {
                return Optional.empty();
            }
            links.add(link.orElseThrow());
        }
        return network.loss().endOfChain().map(loss -> new DenseChain(network.inputs(), links, loss));
    }

    /** From X to the last node: figure 5. X (n_0, m). */
    public void forward(Buffer features) {
        for (int i = 0; i < nodes.length; i++) {
            for (int input : readingFeatures[i]) {
                memories[i].read(input, features);
            }
            layers[i].forward(batch, memories[i]);
        }
    }

    /** Adds the items' losses to the sum; A[L] and the loss's gradient are there afterwards. Y (n_L, m). */
    public void loss(Buffer targets) {
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
     * A step in which items count differently: each item's gradient is w_i times its loss's.
     *
     * @param weights at least one an item of the batch; empty where each counts once
     */
    public void loss(Buffer targets, double[] weights) {
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

    /**
     * From the loss to the first node: figure 6. Every trained tensor's gradient, of the mean over the step's items, is
     * written or added to.
     */
    public void backward() {
        for (int i = nodes.length - 1; i >= 0; i--) {
            layers[i].backward(batch, memories[i]);
        }
    }

    /** The points without derivative that the last forward pass may have been near to. */
    public List<Kink> kinks() {
        List<Kink> kinks = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            kinks.addAll(layers[i].kinks(memories[i]));
        }
        return kinks;
    }

    /** Z of node i in the last forward pass, computed once more; false where it has none. */
    public boolean linear(int node, Buffer z) {
        return layers[node].linear(batch, memories[node], z);
    }

    /** The values that node i handed on in the last forward pass. */
    public Buffer output(int node) {
        return outputs[node];
    }

    /**
     * The values that the last node handed on in the last pass: Z[L] where the loss takes its activation over, else
     * A[L].
     */
    public Buffer lastOutput() {
        return outputs[nodes.length - 1];
    }

    /** A[L] of the last loss that was computed layer by layer. */
    public Buffer probabilities() {
        return probabilities;
    }

    /** Scalar 0: the sum of losses since it was cleared. */
    public Scalars sums() {
        return sums;
    }

    /** Gradients of everything that is trained, laid out as that is. */
    public Buffer flatGradients() {
        if (flatGradients == null) {
            throw new IllegalStateException("planned without a way back");
        }
        return flatGradients;
    }

    /** Gradient of each item's loss with respect to X. */
    public Buffer featureGradient() {
        if (featureGradient == null) {
            throw new IllegalStateException("planned without the gradient of X");
        }
        return featureGradient;
    }
}
