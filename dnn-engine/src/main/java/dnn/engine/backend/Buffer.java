package dnn.engine.backend;

/**
 * Numbers in the memory of a backend. Only the backend that allocated it can read or write it. Not thread-safe while it
 * is written.
 */
public interface Buffer {
    /** The count of numbers. */
    int length();

    /**
     * The numbers from {@code offset} on, shared with this buffer.
     *
     * @throws IndexOutOfBoundsException if they do not lie in this buffer
     */
    Buffer view(int offset, int length);
}
