package dnn.engine.network;

import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.TensorSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of all tensors of a network in one flat buffer: the trained ones first, so that an optimizer passes over
 * one stretch, and behind them those that are remembered but not trained.
 *
 * @param slots every tensor, by layer and in the order of the layer's declaration
 * @param trained the count of numbers that are trained
 * @param size the count of all numbers
 */
public record TensorLayout(List<ParameterSlot> slots, int trained, int size) {
    public TensorLayout {
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
    public List<ParameterSlot> of(int node) {
        return slots.stream().filter(slot -> slot.node() == node).toList();
    }

    /** The tensors that are trained. */
    public List<ParameterSlot> trainedSlots() {
        return slots.stream().filter(slot -> slot.tensor().trained()).toList();
    }

    /**
     * Tells whether these are all tensors of this layout.
     *
     * @throws IllegalArgumentException if one is missing, unknown, or has another shape
     */
    void check(List<ParameterTensor> tensors) {
        Map<String, ParameterTensor> byName = new HashMap<>();
        for (ParameterTensor tensor : tensors) {
            byName.put(tensor.name(), tensor);
        }
        for (ParameterSlot slot : slots) {
            ParameterTensor tensor = byName.remove(slot.name());
            if (tensor == null) {
                throw new IllegalArgumentException("`" + slot.name() + "` is missing");
            }
            if (!tensor.shape().equals(slot.tensor().shape()) || tensor.values().length != slot.size()) {
                throw new IllegalArgumentException("`" + slot.name() + "` of this network is "
                        + slot.tensor().shape() + ", the given one is " + tensor.shape() + " of "
                        + tensor.values().length + " numbers");
            }
        }
        if (!byName.isEmpty()) {
            throw new IllegalArgumentException("this network has no `" + String.join("`, `", byName.keySet()) + "`");
        }
    }
}
