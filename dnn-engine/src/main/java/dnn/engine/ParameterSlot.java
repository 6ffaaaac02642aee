package dnn.engine;

import dnn.api.shape.TensorSpec;

/**
 * Where a tensor lies in the flat buffer of all parameters, and in those of gradients and optimizer state.
 *
 * @param layer the layer's name
 * @param tensor role and sizes
 * @param offset of its first number
 */
record ParameterSlot(String layer, TensorSpec tensor, int offset) {
    String name() {
        return layer + "." + tensor.role();
    }

    int size() {
        return Math.toIntExact(tensor.size());
    }
}
