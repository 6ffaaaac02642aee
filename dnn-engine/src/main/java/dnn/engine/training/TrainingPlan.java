package dnn.engine.training;

/**
 * The plan of a training run. Immutable and thread-safe.
 *
 * @param epochs passes over the items, at most
 * @param stepsPerEpoch updates of an epoch
 * @param parameters numbers that are learnt
 * @param items items to learn from
 */
public record TrainingPlan(int epochs, int stepsPerEpoch, long parameters, int items) {}
