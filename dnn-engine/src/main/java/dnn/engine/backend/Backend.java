package dnn.engine.backend;

/**
 * The memory and the threads of computations; whoever created it closes it. Thread-safe: any number of threads may
 * compute on one backend at once, each with kernels of its own; what they write must not be the same buffer.
 */
public interface Backend extends Transfers, AutoCloseable {
    /** Its name in an experiment. */
    String id();

    /** The size of its numbers. */
    Precision precision();

    /**
     * New arithmetic on this memory, for one thread at a time. Its results are the same bits whatever else is at work.
     */
    Kernels kernels();

    /** Its uses. Work is done within {@link Lifetime#during}, so that nothing ends under it. */
    Lifetime lifetime();

    /**
     * Lets no further work begin; threads end and memory is freed with the last work under way. The second time nothing
     * happens.
     */
    @Override
    default void close() {
        lifetime().close();
    }
}
