package dnn.engine.backend;

/**
 * A few float64 numbers in the memory of a backend that kernels add to and the host reads when it wants to: sums of
 * losses, and the mark of a run whose numbers are no longer finite. Not thread-safe while they are written.
 */
public interface Scalars {
    /** The count of numbers. */
    int count();
}
