package dnn.api.data;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Shares of the items; together 1. Stratified where the target is classes.
 *
 * @param train share to learn from
 * @param validation share to watch while learning
 * @param test share kept for the end
 */
@Describe("Shares of the items, together 1; parts left out are 0.")
public record Split(
        @Describe("Share to learn from.") @Finite @Positive(message = "there must be something to learn from")
        double train,

        @Describe("Share to watch while learning.") @Finite @PositiveOrZero(message = "it is a share")
        double validation,

        @Describe("Share kept for the end.") @Finite @PositiveOrZero(message = "it is a share")
        double test) {

    /** What an experiment without a split gets: 70 %, 15 %, 15 %. */
    public static final Split STANDARD = new Split(0.7, 0.15, 0.15);

    /** Parts left out of a written split are 0. */
    public static Split defaults() {
        return new Split(0, 0, 0);
    }
}
