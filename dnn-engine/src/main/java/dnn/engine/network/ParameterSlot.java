package dnn.engine.network;

import dnn.api.shape.TensorSpec;
import dnn.engine.backend.Buffer;

/**
 * The place of a tensor in the flat buffer of all parameters; a trained one also in those of gradients and optimizer
 * state.
 *
 * @param node the index of its layer
 * @param layer the layer's name
 * @param tensor role and sizes
 * @param offset of its first number
 */
public record ParameterSlot(int node, String layer, TensorSpec tensor, int offset) {
    public String name() {
        return layer + "." + tensor.role();
    }

    public int size() {
        return Math.toIntExact(tensor.size());
    }

    /** Its part of a flat buffer. */
    public Buffer in(Buffer flat) {
        return flat.view(offset, size());
    }
}
