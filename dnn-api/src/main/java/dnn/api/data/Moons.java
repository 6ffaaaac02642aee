package dnn.api.data;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.OptionalInt;

/**
 * Two interleaving half circles: class 0 is (cos t, sin t), class 1 is (1 − cos t, ½ − sin t), t evenly spaced in [0,
 * π].
 *
 * @param items how many points
 * @param noise standard deviation of the normal noise added to each coordinate
 */
@Describe("two interleaving half moons, 2 features, 2 classes")
public record Moons(
        @Describe("Number of points.") @Positive(message = "there must be something to learn from")
        int items,

        @Describe("Standard deviation of the normal noise.")
        @Finite
        @PositiveOrZero(message = "it is a standard deviation")
        double noise)
        implements Source {

    /** 1,000 points, noise 0.1. */
    public static Moons defaults() {
        return new Moons(1000, 0.1);
    }

    /** A copy with this noise. */
    public Moons noise(double newNoise) {
        return new Moons(items, newNoise);
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
        return OptionalInt.of(2);
    }
}
