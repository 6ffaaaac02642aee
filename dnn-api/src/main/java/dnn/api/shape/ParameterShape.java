package dnn.api.shape;

/**
 * One trained tensor of a layer.
 *
 * @param role {@code weights} or {@code biases}
 * @param rows n_l
 * @param columns n_{l-1} for weights, 1 for biases; {@link Shape#UNKNOWN} where not known
 */
public record ParameterShape(String role, int rows, int columns) {
    /** Role of W[l]. */
    public static final String WEIGHTS = "weights";

    /** Role of b[l]. */
    public static final String BIASES = "biases";

    /** The count of numbers, {@link Shape#UNKNOWN} where a dimension is. */
    public long size() {
        return rows < 0 || columns < 0 ? Shape.UNKNOWN : (long) rows * columns;
    }
}
