package dnn.api.schedule;

/** The rule by which the learning rate changes from epoch to epoch. */
public sealed interface Schedule
        permits Constant, Cosine, Exponential, Step, Polynomial, InverseTime, CosineRestarts, OneCycle, CustomSchedule {

    /** The learning rate that it falls to and not below, as declared. */
    default double minimum() {
        return 0;
    }
}
