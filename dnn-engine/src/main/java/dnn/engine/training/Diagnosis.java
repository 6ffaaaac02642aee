package dnn.engine.training;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import dnn.engine.network.Node;
import dnn.engine.network.ParameterSlot;

/**
 * Finds the first layer and quantity that is not finite, by doing a refused step again and looking at everything in the
 * order in which it is computed.
 */
final class Diagnosis {
    private final Kernels kernels;
    private final Scalars guard;

    private Diagnosis(Kernels kernels) {
        this.kernels = kernels;
        this.guard = kernels.allocateScalars(1);
    }

    /**
     * The first quantity that is not finite.
     *
     * @param phrase with its verb: {@code the outputs of layer `hidden1` are}
     * @param inItems whether it is in the items, so that the parameters are not to blame
     */
    record Finding(String phrase, boolean inItems) {
        private static Finding computed(String phrase) {
            return new Finding(phrase, false);
        }
    }

    /** Looks; the parameters must be those before the step. */
    static Finding firstNotFinite(Network network, StepLoop loop, Items items, int from, int count, long stepNumber) {
        Diagnosis look = new Diagnosis(loop.kernels());
        for (ParameterSlot slot : network.layout().slots()) {
            if (look.finds(slot.in(network.flatParameters()))) {
                return Finding.computed("the " + slot.tensor().role() + " of layer `" + slot.layer() + "` are");
            }
        }
        Buffer features = items.features(from, count);
        Buffer targets = items.targets(from, count);
        if (look.finds(features.view(0, network.inputs() * count))) {
            return new Finding(
                    "the features X that reach layer `" + network.nodes().get(0).name() + "` are", true);
        }
        if (look.finds(targets.view(0, network.outputs() * count))) {
            return new Finding("the targets Y are", true);
        }
        network.backend().clear(loop.workspace().sums());
        loop.gradientsLayerByLayer(features, targets, count, stepNumber);
        for (int i = 0; i < network.nodes().size(); i++) {
            Node node = network.nodes().get(i);
            if (look.finds(loop.workspace().output(i).view(0, node.outputs() * count))) {
                return Finding.computed("the outputs of layer `" + node.name() + "` are");
            }
        }
        if (!Double.isFinite(network.backend().read(loop.workspace().sums(), 0))) {
            return Finding.computed("the loss on the outputs of layer `"
                    + network.nodes().get(network.nodes().size() - 1).name() + "` is");
        }
        for (int i = network.nodes().size() - 1; i >= 0; i--) {
            for (ParameterSlot slot : network.layout().of(i)) {
                if (slot.tensor().trained()
                        && look.finds(slot.in(loop.workspace().flatGradients()))) {
                    return Finding.computed(
                            "the gradients of the " + slot.tensor().role() + " of layer `" + slot.layer() + "` are");
                }
            }
        }
        return Finding.computed("the sum of losses is");
    }

    private boolean finds(Buffer values) {
        kernels.clear(guard);
        kernels.checkFinite(values, guard, 1);
        return kernels.read(guard, 0) != 0;
    }
}
