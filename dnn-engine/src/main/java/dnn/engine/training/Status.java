package dnn.engine.training;

/** The way in which a training run ended. */
public enum Status {
    /** After the last epoch. */
    COMPLETED,
    /** By early stopping. */
    STOPPED_EARLY,
    /** Because it was asked to stop. */
    INTERRUPTED,
    /** Because a loss or gradient was no longer finite. */
    DIVERGED
}
