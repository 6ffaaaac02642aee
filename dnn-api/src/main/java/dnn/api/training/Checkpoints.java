package dnn.api.training;

import dnn.api.grammar.Describe;
import dnn.api.grammar.KeyedBy;
import dnn.api.grammar.Named;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;

/** The checkpoints that training leaves behind while it goes on, and from which another process can go on. */
public sealed interface Checkpoints permits Checkpoints.Regular, Checkpoints.None {

    /**
     * One after each interval; the oldest goes once a newer one is safe.
     *
     * @param every how far training goes between two of them
     * @param keep how many stay
     */
    @Named("regular")
    @KeyedBy("every")
    @Describe("all that is needed to go on is saved at regular intervals")
    record Regular(
            @Describe("How far training goes between two checkpoints, with its unit: `30 s`, `10 min` or `5 epochs`.")
            @Valid
            CheckpointInterval every,

            @Describe("How many checkpoints stay, the newest ones.")
            @Positive(message = "without one that stays there is nothing to go on from")
            int keep)
            implements Checkpoints {

        /** Every 30 seconds; the two newest stay. */
        public static Regular defaults() {
            return new Regular(new CheckpointInterval.Seconds(30), 2);
        }

        /** A copy with so many that stay. */
        public Regular keep(int newest) {
            return new Regular(every, newest);
        }
    }

    /** Nothing is saved before the end: a training that is cut off begins again. */
    @Describe("nothing is saved before the end; a training that is cut off begins again")
    record None() implements Checkpoints {}
}
