package dnn.api.training;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Bare;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Unit;
import jakarta.validation.constraints.Positive;

/** The distance that training goes between two checkpoints. */
public sealed interface CheckpointInterval
        permits CheckpointInterval.Seconds, CheckpointInterval.Minutes, CheckpointInterval.Epochs {

    /**
     * A time.
     *
     * @param count of seconds, above 0
     */
    @Bare
    @Unit(
            value = "s",
            others = {"sec", "second", "seconds"})
    @Describe("seconds of training")
    record Seconds(
            @Finite @Positive(message = "training would do nothing but save")
            double count) implements CheckpointInterval {}

    /**
     * A longer time.
     *
     * @param count of minutes, above 0
     */
    @Bare
    @Unit(
            value = "min",
            others = {"minute", "minutes"})
    @Describe("minutes of training")
    record Minutes(
            @Finite @Positive(message = "training would do nothing but save")
            double count) implements CheckpointInterval {}

    /**
     * Passes over the items.
     *
     * @param count at least 1
     */
    @Bare
    @Unit(
            value = "epochs",
            others = {"epoch"})
    @Describe("passes over the training split")
    record Epochs(
            @Positive(message = "training would do nothing but save")
            int count) implements CheckpointInterval {}
}
