package dnn.engine.backend;

/**
 * The memory of a backend: allocation, and explicit copies in, out and within. Thread-safe, but for buffers that one
 * thread writes while another uses them.
 */
public interface Transfers {
    /** A new buffer of zeros. */
    Buffer allocate(int length);

    /** New scalars, all 0. */
    Scalars allocateScalars(int count);

    /**
     * destination ← the first numbers of {@code source} from {@code from} on, as many as the destination holds, rounded
     * to the backend's precision.
     */
    void write(double[] source, int from, Buffer destination);

    /** Copies the first {@code count} numbers of {@code source} to {@code destination[0…]}. */
    void read(Buffer source, int count, double[] destination);

    /** The first {@code count} numbers of the destination ← those of the source. */
    void copy(Buffer source, Buffer destination, int count);

    /** Sets every scalar to 0. */
    void clear(Scalars scalars);

    /** Sets one scalar. */
    void write(Scalars scalars, int index, double value);

    /** The value of one scalar; waits for kernels that are still at work on it. */
    double read(Scalars scalars, int index);

    /**
     * Column i of the destination ← column {@code indices[from + i]} of the source, for i = 0 … count − 1. source
     * (rows, any), destination (rows, count), written.
     */
    void gatherColumns(Buffer source, int rows, int[] indices, int from, int count, Buffer destination);
}
