package dnn.api.data;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Optional;

/**
 * Shares of the items; together 1. Stratified where the target is classes.
 *
 * @param train share to learn from
 * @param validation share to watch while learning
 * @param test share kept for the end
 * @param group a column; items with the same cell there are never on both sides of a split. Not a feature
 * @param time a column of numbers or dates; the earliest items are trained on, the latest are kept for the end. Not a
 *     feature
 */
@Describe("Shares of the items, together 1; parts left out are 0.")
public record Split(
        @Describe("Share to learn from.") @Finite @Positive(message = "there must be something to learn from")
        double train,

        @Describe("Share to watch while learning.") @Finite @PositiveOrZero(message = "it is a share")
        double validation,

        @Describe("Share kept for the end.") @Finite @PositiveOrZero(message = "it is a share")
        double test,

        @Describe("A column whose equal cells stay together in one split; not a feature.")
        Optional<String> group,

        @Describe("A column of numbers or dates: earlier items are trained on, later ones kept for the end; "
                + "not a feature.")
        Optional<String> time) {

    /** The split of an experiment that declares none: 70 %, 15 %, 15 %. */
    public static final Split STANDARD = new Split(0.7, 0.15, 0.15);

    /** Items are drawn at random. */
    public Split(double train, double validation, double test) {
        this(train, validation, test, Optional.empty(), Optional.empty());
    }

    /** A split of these shares in which items with the same cell in this column stay together. */
    public Split group(String column) {
        return new Split(train, validation, test, Optional.of(column), time);
    }

    /** A split of these shares in the order of this column. */
    public Split time(String column) {
        return new Split(train, validation, test, group, Optional.of(column));
    }

    /** Parts left out of a written split are 0. */
    public static Split defaults() {
        return new Split(0, 0, 0);
    }
}
