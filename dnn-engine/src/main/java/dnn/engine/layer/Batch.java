package dnn.engine.layer;

import dnn.engine.backend.Kernels;

/**
 * What a pass through the layers is about: the arithmetic, and the items at hand. Made once, changed for every step. For one thread at a time.
 */
public final class Batch {
    private final Kernels kernels;
    private int items;
    private boolean training;
    private long step;

    /** A pass on this arithmetic; say with {@link #set} what it is about. */
    public Batch(Kernels kernels) {
        this.kernels = kernels;
    }

    /**
     * Says what the next pass is about.
     *
     * @param count m, items of the batch
     * @param inTraining whether what happens in training only, such as dropout, happens
     * @param stepNumber steps of the run before this one; keys random masks
     */
    public void set(int count, boolean inTraining, long stepNumber) {
        items = count;
        training = inTraining;
        step = stepNumber;
    }

    /** The arithmetic. */
    public Kernels kernels() {
        return kernels;
    }

    /** m. */
    public int items() {
        return items;
    }

    /** Whether this is training rather than inference. */
    public boolean training() {
        return training;
    }

    /** Steps of the run before this one. */
    public long step() {
        return step;
    }
}
