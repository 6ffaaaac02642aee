package dnn.api.data;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Key;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.OptionalInt;

/**
 * Arms of a spiral, one a class, wound around the origin: radius grows evenly from 0 to 1 while the angle makes
 * {@code turns} turns.
 *
 * @param items how many points
 * @param classCount how many arms
 * @param turns full turns of an arm
 * @param noise standard deviation of the normal noise added to each coordinate
 */
@Describe("interleaved spiral arms, 2 features")
public record Spirals(
        @Describe("Number of points.") @Positive(message = "there must be something to learn from")
        int items,

        @Key("classes") @Describe("Number of arms.") @Min(value = 2, message = "telling classes apart takes two")
        int classCount,

        @Describe("Full turns of an arm.") @Finite @Positive(message = "an arm without length has no points")
        double turns,

        @Describe("Standard deviation of the normal noise.")
        @Finite
        @PositiveOrZero(message = "it is a standard deviation")
        double noise)
        implements Source {

    /** 1,000 points, two arms of one turn, noise 0.02. */
    public static Spirals defaults() {
        return new Spirals(1000, 2, 1, 0.02);
    }

    /** A copy with arms of this many turns. */
    public Spirals turns(double newTurns) {
        return new Spirals(items, classCount, newTurns, noise);
    }

    /** A copy with this noise. */
    public Spirals noise(double newNoise) {
        return new Spirals(items, classCount, turns, newNoise);
    }

    @Override
    public OptionalInt declaredItems() {
        return OptionalInt.of(items);
    }

    @Override
    public OptionalInt inputs() {
        return OptionalInt.of(2);
    }

    @Override
    public OptionalInt classes() {
        return OptionalInt.of(classCount);
    }
}
