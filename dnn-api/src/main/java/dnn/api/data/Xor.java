package dnn.api.data;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.OptionalInt;

/**
 * Points around the four corners (±1, ±1); the class is whether the signs of the corner's coordinates differ.
 *
 * @param items how many points
 * @param noise standard deviation of the normal noise added to each coordinate
 */
@Describe("four clouds, class by exclusive or of the signs, 2 features, 2 classes")
public record Xor(
        @Describe("Number of points.") @Positive(message = "there must be something to learn from")
        int items,

        @Describe("Standard deviation of the normal noise.")
        @Finite
        @PositiveOrZero(message = "it is a standard deviation")
        double noise)
        implements Source {

    /** 1,000 points, noise 0.3. */
    public static Xor defaults() {
        return new Xor(1000, 0.3);
    }

    /** A copy with this noise. */
    public Xor noise(double newNoise) {
        return new Xor(items, newNoise);
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
