package dnn.engine.layer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;

/**
 * The subject of a pass through the layers: the arithmetic, and the items at hand. Made once, changed for every step;
 * for one thread at a time.
 */
public final class Batch {
    private final Kernels kernels;
    private int items;
    private int firstItem;
    private int itemsOfStep;
    private boolean training;
    private long step;

    /** A pass on this arithmetic; say with {@link #set} what it is about. */
    public Batch(Kernels kernels) {
        this.kernels = kernels;
    }

    /**
     * Says what the next pass is about: all items of a step.
     *
     * @param count m, items of the batch
     * @param inTraining whether what happens in training only, such as dropout, happens
     * @param stepNumber steps of the run before this one; keys random masks
     */
    public void set(int count, boolean inTraining, long stepNumber) {
        setPart(0, count, count, inTraining, stepNumber);
    }

    /**
     * Says what the next pass is about: a part of the items of a step. Parts are taken in order, and their gradients
     * add up.
     *
     * @param first items of the step before this part
     * @param count items of this part
     * @param all m, items of the step
     */
    public void setPart(int first, int count, int all, boolean inTraining, long stepNumber) {
        firstItem = first;
        items = count;
        itemsOfStep = all;
        training = inTraining;
        step = stepNumber;
    }

    /** The arithmetic. */
    public Kernels kernels() {
        return kernels;
    }

    /** Items at hand. */
    public int items() {
        return items;
    }

    /** Items of the step before those at hand. */
    public int firstItem() {
        return firstItem;
    }

    /** 1/m, for gradients of the mean over all items of the step. */
    public double scale() {
        return 1.0 / itemsOfStep;
    }

    /** Tells whether the items at hand are all of the step. */
    public boolean isWhole() {
        return items == itemsOfStep;
    }

    /** Tells whether gradients of tensors are added to those of earlier items of the step. */
    public boolean adds() {
        return firstItem > 0;
    }

    /** Tells whether this is training rather than inference. */
    public boolean training() {
        return training;
    }

    /** Steps of the run before this one. */
    public long step() {
        return step;
    }

    /**
     * Makes a gradient of the mean over items of a sum over them: writes it, or adds it where {@link #adds} says so.
     */
    public void mean(Buffer sum, Buffer gradient) {
        if (adds()) {
            kernels.addScaled(scale(), sum, 1, gradient);
        } else {
            kernels.copy(sum, gradient, gradient.length());
            kernels.scale(scale(), gradient);
        }
    }

    /** Hands a gradient back as it is: copies it, or adds it to what is there; (size, m). */
    public void handBack(Buffer gradient, Buffer inputGradient, int size, boolean adding) {
        if (adding) {
            kernels.add(gradient, inputGradient, size * items);
        } else {
            kernels.copy(gradient, inputGradient, size * items);
        }
    }
}
