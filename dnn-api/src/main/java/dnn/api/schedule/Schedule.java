package dnn.api.schedule;

/** How the learning rate changes from epoch to epoch. */
public sealed interface Schedule permits Constant, Cosine, Exponential, Step {}
