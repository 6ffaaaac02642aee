package dnn.run.checkpoint;

import dnn.engine.training.TrainingState;

/**
 * Everything that a training goes on from. Immutable and thread-safe.
 *
 * @param state what training remembers between two steps
 * @param seconds that training had taken up to there, in all
 * @param surroundings what else it belongs to
 */
public record Checkpoint(TrainingState state, double seconds, Surroundings surroundings) {}
