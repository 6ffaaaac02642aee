package dnn.engine;

/**
 * One trained tensor, copied out of a network. Not thread-safe while its numbers are changed.
 *
 * @param layer the layer's name
 * @param role {@code weights} or {@code biases}
 * @param rows n_l
 * @param columns n_{l−1} for weights, 1 for biases
 * @param values the numbers, row by row; the tensor's own array
 */
@SuppressWarnings("ArrayRecordComponent")
public record ParameterTensor(String layer, String role, int rows, int columns, double[] values) {
    /** {@code <layer>.weights}. */
    public String name() {
        return layer + "." + role;
    }

    /** {@code (rows, columns)}. */
    public String shape() {
        return "(" + rows + ", " + columns + ")";
    }
}
