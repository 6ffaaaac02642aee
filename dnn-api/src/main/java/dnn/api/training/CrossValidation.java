package dnn.api.training;

import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Min;

/**
 * Before the network itself, trains one network for each fold of the items that are not kept for the test: on the other
 * folds, and judged on that one.
 *
 * @param folds how many
 */
@Describe("Judges the experiment on every fold of the items in turn, before the network itself is trained.")
public record CrossValidation(
        @Describe("How many folds.") @Min(value = 2, message = "one fold leaves nothing to learn from")
        int folds) {

    /** Five folds. */
    public static CrossValidation defaults() {
        return new CrossValidation(5);
    }
}
