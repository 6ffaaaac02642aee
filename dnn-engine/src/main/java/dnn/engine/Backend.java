package dnn.engine;

import dnn.engine.backend.Kernels;

/** The arithmetic of a run; whoever created it closes it. For one thread at a time; it may use more inside. */
public interface Backend extends Kernels, AutoCloseable {
    /** Its name in an experiment. */
    String id();

    /** The size of its numbers. */
    Precision precision();

    /** Ends its threads and frees its memory. */
    @Override
    void close();
}
