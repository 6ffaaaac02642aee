package dnn.api.data;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Key;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.OptionalInt;

/**
 * Normal clouds around centres drawn uniformly from [−4, 4] in every feature; one cloud a class.
 *
 * @param items how many points
 * @param featureCount numbers of a point
 * @param classCount how many clouds
 * @param noise standard deviation of a cloud in each feature
 */
@Describe("normal clouds, one a class")
public record Blobs(
        @Describe("Number of points.") @Positive(message = "there must be something to learn from")
        int items,

        @Key("features") @Describe("Numbers of a point.") @Positive(message = "a point needs a coordinate")
        int featureCount,

        @Key("classes") @Describe("Number of clouds.") @Min(value = 2, message = "telling classes apart takes two")
        int classCount,

        @Describe("Standard deviation of the normal noise.")
        @Finite
        @PositiveOrZero(message = "it is a standard deviation")
        double noise)
        implements Source {

    /** 1,000 points, 2 features, 3 classes, noise 1. */
    public static Blobs defaults() {
        return new Blobs(1000, 2, 3, 1);
    }

    /** A copy with this noise. */
    public Blobs noise(double newNoise) {
        return new Blobs(items, featureCount, classCount, newNoise);
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
        return OptionalInt.of(classCount);
    }
}
