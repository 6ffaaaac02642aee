package dnn.api.initializer;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;

/**
 * Normal distribution.
 *
 * @param mean its mean
 * @param standardDeviation its standard deviation, positive
 */
@Describe("normal distribution")
public record Normal(
        @Describe("Mean.") @Finite double mean,

        @Describe("Standard deviation.")
        @Finite
        @Positive(message = "a distribution without spread makes all neurons of a layer copies")
        double standardDeviation)
        implements Initializer {

    /** The standard normal distribution of the lecture. */
    public static Normal defaults() {
        return new Normal(0, 1);
    }

    @Override
    public double meanSquare(int inputs, int outputs) {
        return mean * mean + standardDeviation * standardDeviation;
    }
}
