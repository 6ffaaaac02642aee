package dnn.engine.network;

import dnn.api.Architecture;
import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.grammar.Names;
import dnn.api.initializer.Initializer;
import dnn.api.layer.LayerSpec;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.random.RandomStream;
import dnn.api.random.RandomStreams;
import dnn.api.shape.Shape;
import dnn.api.shape.TensorSpec;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.initializer.InitialValues;
import dnn.engine.initializer.Initializers;
import dnn.engine.initializer.TensorPlace;
import dnn.engine.layer.LayerMaker;
import dnn.engine.layer.LayerSite;
import dnn.engine.layer.Layers;
import dnn.engine.loss.LossFunction;
import dnn.engine.loss.Losses;
import dnn.engine.metric.Meaning;
import dnn.engine.metric.Outputs;
import dnn.engine.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Layers and their parameters on a backend. All parameters lie in one flat buffer; W[l] and b[l] are views of it.
 * Thread-safe once it is made or trained: any number of threads may predict, evaluate and copy parameters at once, and
 * replacing parameters waits for them; after its backend was closed all of that is refused with an
 * {@link IllegalStateException}.
 */
public final class Network {
    private final Backend backend;
    private final int inputs;
    private final Plan plan;
    private final List<Node> nodes;
    private final TensorLayout layout;
    private final Buffer parameters;
    private final LossFunction loss;
    private final boolean lossTakesActivation;
    private final Meaning meaning;
    private final ReadWriteLock access = new ReentrantReadWriteLock();
    private final Queue<Kernels> idle = new ConcurrentLinkedQueue<>();

    private Network(Experiment experiment, int inputs, Backend backend) {
        Architecture architecture = experiment.architecture();
        if (architecture.layers().isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
        this.backend = backend;
        this.inputs = inputs;
        this.plan = architecture.plan(Shape.of(inputs));
        this.layout = TensorLayout.of(plan);
        this.parameters = backend.allocate(layout.size());

        OutputSite output = OutputSite.of(plan);
        this.loss = Losses.registry().make(experiment.training().loss());
        this.lossTakesActivation = loss.takesOver(output.activation());
        if (loss.needsLogits() && !lossTakesActivation) {
            throw new IllegalArgumentException("loss "
                    + Names.of(experiment.training().loss().getClass()) + " cannot read the outputs of layer `"
                    + plan.layers().get(output.index()).name() + "`, whose activation is "
                    + Names.of(output.activation().getClass()));
        }
        this.meaning = lossTakesActivation ? loss.meaning() : Meaning.VALUES;
        this.nodes = nodes(new RandomStreams(experiment.seedInForce()), output.index());
    }

    /**
     * The network of an experiment with the parameters it starts from: each layer draws from its stream
     * {@code initialization/<layer>}, weights before biases.
     *
     * @param inputs n_0
     * @throws IllegalArgumentException if the shapes do not fit, or the loss cannot follow the output's activation
     * @throws IllegalStateException if the backend was closed
     */
    public static Network initialized(Experiment experiment, int inputs, Backend backend) {
        return backend.lifetime().during(() -> {
            Network network = new Network(experiment, inputs, backend);
            network.initialize(experiment);
            return network;
        });
    }

    /** The count of numbers that are trained. */
    public long parameterCount() {
        return layout.trained();
    }

    /**
     * Copies of all tensors, those that are remembered but not trained included, by layer and weights before biases.
     */
    public List<ParameterTensor> parameters() {
        return reading(kernels -> copies(parameters, layout.slots()));
    }

    /**
     * Replaces all tensors, those that are remembered but not trained included.
     *
     * @throws IllegalArgumentException if a tensor is missing, unknown, or has another shape; nothing is replaced then
     */
    public void setParameters(List<ParameterTensor> tensors) {
        layout.check(tensors);
        backend.lifetime().during(() -> {
            access.writeLock().lock();
            try {
                return write(tensors);
            } finally {
                access.writeLock().unlock();
            }
        });
    }

    private int write(List<ParameterTensor> tensors) {
        for (ParameterTensor tensor : tensors) {
            for (ParameterSlot slot : layout.slots()) {
                if (slot.name().equals(tensor.name())) {
                    backend.write(tensor.values(), 0, slot.in(parameters));
                }
            }
        }
        return tensors.size();
    }

    /**
     * A[L] for these items, computed in large batches, without dropout. Where the loss works on logits, A[L] is
     * computed from them in float64.
     *
     * @param features X, (n_0, m)
     * @return (n_L, m)
     * @throws IllegalArgumentException if X does not have n_0 rows
     */
    public Matrix predict(Matrix features) {
        return outputsOf(features).activations();
    }

    /**
     * The outputs before the activation that the loss takes over, so that nothing is lost where probabilities are
     * nearly 0 or 1.
     *
     * @param features X, (n_0, m)
     * @throws IllegalArgumentException if X does not have n_0 rows
     */
    public Outputs outputsOf(Matrix features) {
        checkFeatures(features.rows());
        return new Outputs(meaning, reading(kernels -> ForwardPass.of(this, kernels, features)));
    }

    /**
     * Computes something of the parameters as they are, which nobody replaces meanwhile, with arithmetic that nobody
     * else uses meanwhile.
     *
     * @throws IllegalStateException if the backend was closed
     */
    public <T> T reading(Function<Kernels, T> work) {
        return backend.lifetime().during(() -> {
            access.readLock().lock();
            try {
                Kernels waiting = idle.poll();
                Kernels kernels = waiting == null ? backend.kernels() : waiting;
                T result = work.apply(kernels);
                idle.add(kernels);
                return result;
            } finally {
                access.readLock().unlock();
            }
        });
    }

    void checkFeatures(int rows) {
        if (rows != inputs) {
            throw new IllegalArgumentException("the network reads " + inputs + " numbers an item, X has " + rows);
        }
    }

    public void checkItems(Dataset data) {
        checkFeatures(data.features().rows());
        if (data.targets().rows() != outputs()) {
            throw new IllegalArgumentException("the network gives " + outputs() + " numbers an item, Y has "
                    + data.targets().rows());
        }
    }

    private List<Node> nodes(RandomStreams streams, int outputLayer) {
        Registry<LayerSpec, LayerMaker> registry = Layers.registry();
        List<Node> found = new ArrayList<>();
        for (PlannedLayer planned : plan.layers()) {
            List<Buffer> tensors = layout.of(planned.index()).stream()
                    .map(slot -> slot.in(parameters))
                    .toList();
            boolean leavesActivation = lossTakesActivation && planned.index() == outputLayer;
            LayerSite site = new LayerSite(planned, tensors, streams, leavesActivation);
            found.add(new Node(planned, registry.make(planned.spec()).at(site)));
        }
        return found;
    }

    private void initialize(Experiment experiment) {
        Registry<Initializer, InitialValues> registry = Initializers.registry();
        RandomStreams streams = new RandomStreams(experiment.seedInForce());
        for (PlannedLayer planned : plan.layers()) {
            RandomStream stream = streams.stream("initialization/" + planned.name());
            for (ParameterSlot slot : layout.of(planned.index())) {
                Initializer initializer = experiment.initialization().startOf(plan, planned, slot.tensor());
                TensorSpec tensor = slot.tensor();
                TensorPlace place =
                        new TensorPlace(slot.name(), tensor.rows(), tensor.columns(), tensor.fanIn(), tensor.fanOut());
                backend.write(registry.make(initializer).draw(place, stream), 0, slot.in(parameters));
            }
        }
    }

    // For the rest of the engine

    public Backend backend() {
        return backend;
    }

    public Plan plan() {
        return plan;
    }

    public int inputs() {
        return inputs;
    }

    public int outputs() {
        return nodes.get(nodes.size() - 1).outputs();
    }

    public List<Node> nodes() {
        return nodes;
    }

    public TensorLayout layout() {
        return layout;
    }

    /** All tensors: the trained ones, then those that are remembered. */
    public Buffer flatParameters() {
        return parameters;
    }

    /** The numbers that an optimizer moves. */
    public Buffer trained() {
        return parameters.view(0, layout.trained());
    }

    /** The numbers that are remembered but not trained. */
    public Buffer remembered() {
        return parameters.view(layout.trained(), layout.size() - layout.trained());
    }

    public LossFunction loss() {
        return loss;
    }

    /** Tells whether the last node gives logits, of which the loss makes A[L]. */
    boolean lossTakesActivation() {
        return lossTakesActivation;
    }

    /** The meaning of the last node's output. */
    public Meaning meaning() {
        return meaning;
    }

    /** Copies of what belongs to each trained tensor in a flat buffer of their gradients. */
    public List<ParameterTensor> gradients(Buffer flat) {
        return copies(flat, layout.trainedSlots());
    }

    private List<ParameterTensor> copies(Buffer flat, List<ParameterSlot> slots) {
        List<ParameterTensor> copies = new ArrayList<>();
        for (ParameterSlot slot : slots) {
            double[] values = new double[slot.size()];
            backend.read(slot.in(flat), values.length, values);
            copies.add(new ParameterTensor(
                    slot.layer(), slot.tensor().role(), slot.tensor().shape(), values));
        }
        return copies;
    }
}
