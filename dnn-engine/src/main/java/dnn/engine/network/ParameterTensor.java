package dnn.engine.network;

import dnn.api.shape.Shape;

/**
 * One tensor, copied out of a network: trained, or remembered without being trained. Not thread-safe: its numbers may
 * be changed.
 *
 * @param layer the layer's name
 * @param role {@code weights}, {@code biases} or what else the layer keeps
 * @param shape (n_l, n_{l−1}) for weights, (n_l, 1) for biases
 * @param values the numbers, the last dimension running fastest; the tensor's own array
 */
@SuppressWarnings("ArrayRecordComponent")
public record ParameterTensor(String layer, String role, Shape shape, double[] values) {
    /** {@code <layer>.weights}. */
    public String name() {
        return layer + "." + role;
    }

    /** The first dimension: how many rows it has as a matrix. */
    public int rows() {
        return shape.dimensions().get(0);
    }

    /** The product of the other dimensions: how many columns it has as a matrix. */
    public int columns() {
        return shape.dimensions().stream().skip(1).reduce(1, Math::multiplyExact);
    }
}
