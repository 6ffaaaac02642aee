package dnn.api.training;

import dnn.api.grammar.Bare;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;

/** The number of items that make one step. */
public sealed interface BatchSize permits BatchSize.Items, BatchSize.Full {

    /** The items of a step when there are {@code items} to train on. */
    int of(int items);

    /**
     * A fixed count; the last batch of an epoch holds what is left.
     *
     * @param count at least 1
     */
    @Bare
    @Describe("number of items")
    record Items(
            @Positive(message = "a step needs at least one item")
            int count) implements BatchSize {
        @Override
        public int of(int items) {
            return Math.min(count, items);
        }
    }

    /** All items at once, as in the lecture. */
    @Describe("all items in one step")
    record Full() implements BatchSize {
        @Override
        public int of(int items) {
            return items;
        }
    }
}
