package dnn.api.schedule;

/** The rule by which the learning rate changes from epoch to epoch. */
public sealed interface Schedule permits Constant, Cosine, Exponential, Step, CustomSchedule {}
