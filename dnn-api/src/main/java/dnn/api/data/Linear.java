package dnn.api.data;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Key;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.OptionalInt;

/**
 * A numeric target y = c·x + d + noise, with x uniform on [−1, 1] and c, d standard normal.
 *
 * @param items how many points
 * @param featureCount numbers of a point
 * @param noise standard deviation of the normal noise added to the target
 */
@Describe("a numeric target that is linear in the features")
public record Linear(
        @Describe("Number of points.") @Positive(message = "there must be something to learn from")
        int items,

        @Key("features") @Describe("Numbers of a point.") @Positive(message = "a point needs a coordinate")
        int featureCount,

        @Describe("Standard deviation of the normal noise.")
        @Finite
        @PositiveOrZero(message = "it is a standard deviation")
        double noise)
        implements Source {

    /** 1,000 points, 1 feature, noise 0.1. */
    public static Linear defaults() {
        return new Linear(1000, 1, 0.1);
    }

    /** A copy with this noise. */
    public Linear noise(double newNoise) {
        return new Linear(items, featureCount, newNoise);
    }

    @Override
    public OptionalInt declaredItems() {
        return OptionalInt.of(items);
    }

    @Override
    public OptionalInt inputs() {
        return OptionalInt.of(featureCount);
    }

    @Override
    public OptionalInt classes() {
        return OptionalInt.empty();
    }
}
