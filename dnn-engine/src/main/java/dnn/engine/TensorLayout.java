package dnn.engine;

import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.TensorSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of all tensors of a network in one flat buffer: the trained ones first, so that an optimizer passes over one stretch, and behind them those that are
 * remembered but not trained.
 *
 * @param slots every tensor, by layer and in the order of the layer's declaration
 * @param trained the count of numbers that are trained
 * @param size the count of all numbers
 */
record TensorLayout(List<ParameterSlot> slots, int trained, int size) {
    TensorLayout {
        slots = List.copyOf(slots);
    }

    /**
     * The layout of a plan's tensors.
     *
     * @throws IllegalArgumentException if the plan's layers do not fit each other
     * @throws ArithmeticException if there are more numbers than a buffer holds
     */
    static TensorLayout of(Plan plan) {
        int trained = Math.toIntExact(plan.trainedNumbers());
        List<ParameterSlot> slots = new ArrayList<>();
        int next = 0;
        int behind = trained;
        for (PlannedLayer layer : plan.layers()) {
            if (layer.conflict().isPresent()) {
                throw new IllegalArgumentException("layer `" + layer.name() + "` needs "
                        + layer.conflict().orElseThrow().declared() + ", "
                        + layer.conflict().orElseThrow().found() + " reaches it");
            }
            for (TensorSpec tensor : layer.tensors()) {
                int offset = tensor.trained() ? next : behind;
                int end = Math.toIntExact(offset + tensor.size());
                slots.add(new ParameterSlot(layer.index(), layer.name(), tensor, offset));
                next = tensor.trained() ? end : next;
                behind = tensor.trained() ? behind : end;
            }
        }
        return new TensorLayout(slots, trained, behind);
    }

    /** The tensors of a layer, in the order of its declaration. */
    List<ParameterSlot> of(int node) {
        return slots.stream().filter(slot -> slot.node() == node).toList();
    }

    /** The tensors that are trained. */
    List<ParameterSlot> trainedSlots() {
        return slots.stream().filter(slot -> slot.tensor().trained()).toList();
    }
}
