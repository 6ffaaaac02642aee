package dnn.engine;

import dnn.api.shape.ParameterShape;

/**
 * Where a tensor lies in the flat buffer of all parameters, and in those of gradients and optimizer state.
 *
 * @param layer the layer's name
 * @param shape role and sizes
 * @param offset of its first number
 */
record ParameterSlot(String layer, ParameterShape shape, int offset) {
    String name() {
        return layer + "." + shape.role();
    }

    int size() {
        return Math.toIntExact(shape.size());
    }

    boolean isWeights() {
        return shape.role().equals(ParameterShape.WEIGHTS);
    }
}
