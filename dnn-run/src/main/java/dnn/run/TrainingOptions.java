package dnn.run;

import dnn.engine.training.TrainingListener;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * The wishes of a program for a training. Immutable; as thread-safe as its listener.
 *
 * @param listener told how training goes, on the thread that trains
 * @param stop asked before every step; training ends when it says true, and keeps what was learnt
 * @param threads the greatest count of threads that training keeps busy, folds of cross-validation included; empty for
 *     what the experiment's {@code engine.threads} says. Never changes the result
 */
public record TrainingOptions(TrainingListener listener, BooleanSupplier stop, OptionalInt threads) {
    /** Nobody is told, nothing is stopped, and threads are those of the experiment. */
    public static TrainingOptions defaults() {
        return new TrainingOptions(TrainingListener.none(), () -> false, OptionalInt.empty());
    }

    /** A copy that tells this listener. */
    public TrainingOptions listener(TrainingListener told) {
        return new TrainingOptions(told, stop, threads);
    }

    /** A copy that stops when this says true. */
    public TrainingOptions stop(BooleanSupplier asked) {
        return new TrainingOptions(listener, asked, threads);
    }

    /** A copy on at most so many threads. */
    public TrainingOptions threads(int atMost) {
        return new TrainingOptions(listener, stop, OptionalInt.of(atMost));
    }
}
