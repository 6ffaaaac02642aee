package dnn.api.data;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.OptionalInt;

/**
 * Two circles around the origin, radius 1 (class 0) and ½ (class 1), angles evenly spaced.
 *
 * @param items how many points
 * @param noise standard deviation of the normal noise added to each coordinate
 */
@Describe("a circle inside a circle, 2 features, 2 classes")
public record Circles(
        @Describe("Number of points.") @Positive(message = "there must be something to learn from")
        int items,

        @Describe("Standard deviation of the normal noise.")
        @Finite
        @PositiveOrZero(message = "it is a standard deviation")
        double noise)
        implements Source {

    /** 1,000 points, noise 0.1. */
    public static Circles defaults() {
        return new Circles(1000, 0.1);
    }

    /** A copy with this noise. */
    public Circles noise(double newNoise) {
        return new Circles(items, newNoise);
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
