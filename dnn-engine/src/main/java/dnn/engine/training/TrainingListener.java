package dnn.engine.training;

import java.util.function.Supplier;

/**
 * Is told how training goes, on the thread that trains. Called on that thread alone; a listener of several trainings at
 * once must be thread-safe.
 */
@FunctionalInterface
public interface TrainingListener {
    /** Training is about to begin. */
    default void started(TrainingPlan plan) {}

    /** Something the user should know that does not end training. */
    default void warned(String message) {}

    /** A step is done; both count from 1. Called often: must be cheap. */
    default void stepped(int epoch, int step) {}

    /**
     * Training is between two steps, or between two epochs.
     *
     * @param state takes down everything from which training can go on; only within this call, and only when it is
     *     wanted: it copies all parameters
     */
    default void between(Supplier<TrainingState> state) {}

    /**
     * Training was stopped between two steps.
     *
     * @param state as for {@link #between}: what training would have gone on from
     */
    default void stopped(Supplier<TrainingState> state) {}

    /**
     * Training is done, its last epoch or early stopping reached; the best weights are not put back yet.
     *
     * @param state as for {@link #between}: what further epochs would go on from
     */
    default void ended(Supplier<TrainingState> state) {}

    /** An epoch is done. */
    void epochEnded(EpochReport report);

    /** A listener that does nothing. */
    static TrainingListener none() {
        return report -> {};
    }
}
