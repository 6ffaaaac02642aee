package dnn.engine.schedule;

/** α_t from α. Must be thread-safe. */
@FunctionalInterface
public interface LearningRate {
    /**
     * The learning rate of an epoch.
     *
     * @param initial α
     * @param epoch t, counted from 0
     * @param epochs T, epochs of the whole run
     */
    double at(double initial, int epoch, int epochs);
}
