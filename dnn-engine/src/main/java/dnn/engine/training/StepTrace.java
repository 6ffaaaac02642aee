package dnn.engine.training;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import dnn.engine.network.Node;
import dnn.engine.network.ParameterSlot;
import dnn.engine.network.ParameterTensor;
import dnn.engine.training.NotFinite.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The numbers of one step, layer by layer: of each kind the one farthest from 0. Immutable and thread-safe.
 *
 * @param features X
 * @param targets Y
 * @param layers in their order
 * @param loss the sum of the items' losses, not yet divided by their number
 * @param first the first number that is not finite, in the order in which a step computes
 */
public record StepTrace(
        Extreme features, Extreme targets, List<LayerTrace> layers, double loss, Optional<NotFinite> first) {
    public StepTrace {
        layers = List.copyOf(layers);
    }

    /**
     * The numbers of a layer.
     *
     * @param layer its name
     * @param z Z = W·A + b, where it has that
     * @param output what it hands on
     * @param tensors what it keeps, each with its gradient
     */
    public record LayerTrace(String layer, Optional<Extreme> z, Extreme output, List<TensorTrace> tensors) {
        public LayerTrace {
            tensors = List.copyOf(tensors);
        }
    }

    /**
     * The numbers of a tensor.
     *
     * @param role as {@code weights}
     * @param values before the step
     * @param gradient with penalties, before clipping; empty for what is not trained, and where nothing is learnt
     */
    public record TensorTrace(String role, Extreme values, Optional<Extreme> gradient) {}

    /**
     * Does a step again, on a network of its own.
     *
     * @param experiment the very one of the training
     * @param backend stays open
     * @throws IllegalArgumentException if the step is not one of this experiment's network
     */
    public static StepTrace of(Experiment experiment, Backend backend, DivergedStep step) {
        return of(experiment, backend, step.parameters(), step.batch(), step.stepsBefore(), step.inTraining());
    }

    /**
     * Does the step of a batch, on a network of its own.
     *
     * @param parameters before the step
     * @param batch its items
     * @param stepsBefore steps of the run before this one; keys random masks
     * @param inTraining whether gradients are computed, and what happens in training only happens
     */
    public static StepTrace of(
            Experiment experiment,
            Backend backend,
            List<ParameterTensor> parameters,
            Dataset batch,
            long stepsBefore,
            boolean inTraining) {
        return backend.lifetime().during(() -> {
            Network network = Network.initialized(experiment, batch.features().rows(), backend);
            network.checkItems(batch);
            network.setParameters(parameters);
            StepLoop loop = new StepLoop(experiment, network, batch.items());
            return of(network, loop, batch, stepsBefore, inTraining);
        });
    }

    /** Does the step with a loop's memory; what the network remembers is changed as by a step. */
    private static StepTrace of(Network network, StepLoop loop, Dataset batch, long stepsBefore, boolean inTraining) {
        Backend backend = network.backend();
        int count = batch.items();
        Items items =
                new Items(backend, new Dataset(batch.features(), batch.targets(), Optional.empty(), batch.units()));
        Buffer features = items.features(0, count);
        Buffer targets = items.targets(0, count);
        // Weights of a batch are those of the whole split already.
        double[] weights = batch.weights().orElse(Items.EACH_ONCE);
        List<Extreme> values = new ArrayList<>();
        for (ParameterSlot slot : network.layout().slots()) {
            values.add(ofTensor(backend, slot, network.flatParameters()));
        }
        backend.clear(loop.workspace().sums());
        loop.forward(features, targets, weights, count, stepsBefore, inTraining);
        List<LayerTrace> forward = new ArrayList<>();
        for (int i = 0; i < network.nodes().size(); i++) {
            Node node = network.nodes().get(i);
            Buffer z = backend.allocate(node.outputs() * count);
            forward.add(new LayerTrace(
                    node.name(),
                    loop.workspace().linear(i, z)
                            ? Optional.of(ofItems(backend, z, node.outputs(), count))
                            : Optional.empty(),
                    ofItems(backend, loop.workspace().output(i), node.outputs(), count),
                    List.of()));
        }
        double loss = backend.read(loop.workspace().sums(), 0);
        if (inTraining) {
            loop.backward();
        }
        List<LayerTrace> layers = new ArrayList<>();
        for (int i = 0; i < forward.size(); i++) {
            List<TensorTrace> tensors = new ArrayList<>();
            for (ParameterSlot slot : network.layout().of(i)) {
                Optional<Extreme> gradient = inTraining && slot.tensor().trained()
                        ? Optional.of(ofTensor(backend, slot, loop.workspace().flatGradients()))
                        : Optional.empty();
                int at = network.layout().slots().indexOf(slot);
                tensors.add(new TensorTrace(slot.tensor().role(), values.get(at), gradient));
            }
            LayerTrace before = forward.get(i);
            layers.add(new LayerTrace(before.layer(), before.z(), before.output(), tensors));
        }
        StepTrace trace = new StepTrace(
                ofItems(backend, features, network.inputs(), count),
                ofItems(backend, targets, network.outputs(), count),
                layers,
                loss,
                Optional.empty());
        Optional<NotFinite> first = trace.firstNotFinite(() -> {
            for (int i = 0; i < count; i++) {
                backend.clear(loop.workspace().sums());
                Buffer x = features.view(i * network.inputs(), network.inputs());
                Buffer y = targets.view(i * network.outputs(), network.outputs());
                loop.forward(x, y, Items.EACH_ONCE, 1, stepsBefore, false);
                if (!Double.isFinite(backend.read(loop.workspace().sums(), 0))) {
                    return OptionalInt.of(i);
                }
            }
            return OptionalInt.empty();
        });
        return new StepTrace(trace.features, trace.targets, layers, loss, first);
    }

    /** Finds the item whose loss is not finite. */
    private interface ItemSearch {
        OptionalInt find();
    }

    private Optional<NotFinite> firstNotFinite(ItemSearch losses) {
        for (LayerTrace layer : layers) {
            for (TensorTrace tensor : layer.tensors) {
                if (!tensor.values.isFinite()) {
                    return Optional.of(
                            NotFinite.ofTensor(Quantity.PARAMETERS, layer.layer, tensor.role, tensor.values));
                }
            }
        }
        if (!features.isFinite()) {
            return Optional.of(NotFinite.of(Quantity.FEATURES, layers.get(0).layer, features));
        }
        if (!targets.isFinite()) {
            return Optional.of(NotFinite.of(Quantity.TARGETS, "", targets));
        }
        for (LayerTrace layer : layers) {
            if (!layer.output.isFinite()) {
                return Optional.of(NotFinite.of(Quantity.OUTPUTS, layer.layer, layer.output));
            }
        }
        if (!Double.isFinite(loss)) {
            return Optional.of(NotFinite.ofLoss(layers.get(layers.size() - 1).layer, losses.find(), loss));
        }
        for (int i = layers.size() - 1; i >= 0; i--) {
            for (TensorTrace tensor : layers.get(i).tensors) {
                if (tensor.gradient.isPresent() && !tensor.gradient.get().isFinite()) {
                    return Optional.of(NotFinite.ofTensor(
                            Quantity.GRADIENTS, layers.get(i).layer, tensor.role, tensor.gradient.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Extreme ofTensor(Backend backend, ParameterSlot slot, Buffer flat) {
        double[] values = new double[slot.size()];
        backend.read(slot.in(flat), values.length, values);
        return Extreme.ofTensor(values, Math.max(1, slot.tensor().columns()));
    }

    private static Extreme ofItems(Backend backend, Buffer buffer, int rows, int count) {
        double[] values = new double[rows * count];
        backend.read(buffer, values.length, values);
        return Extreme.ofItems(values, rows);
    }
}
