package dnn.engine.initializer;

/**
 * The tensor that is to be filled. Immutable and thread-safe.
 *
 * @param name for messages
 * @param rows of the tensor
 * @param columns of the tensor
 * @param inputs n_in of its layer
 * @param outputs n_out of its layer
 */
public record TensorPlace(String name, int rows, int columns, int inputs, int outputs) {
    /** The count of numbers. */
    public int size() {
        return Math.multiplyExact(rows, columns);
    }
}
