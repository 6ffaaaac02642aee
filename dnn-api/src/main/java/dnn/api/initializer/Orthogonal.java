package dnn.api.initializer;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;

/**
 * A random orthogonal matrix times a gain: rows (or, where there are more rows than columns, columns) are orthonormal
 * before scaling. Drawn from the QR decomposition of a standard normal matrix with the signs of R's diagonal folded in,
 * so that it is uniform. Saxe et al., 2014.
 *
 * @param gain the factor, positive
 */
@Describe("random orthogonal matrix")
public record Orthogonal(
        @Describe("Factor on the orthogonal matrix.") @Finite @Positive(message = "a gain of 0 makes every weight 0")
        double gain)
        implements Initializer {

    /** A copy with this gain. */
    public Orthogonal gain(double factor) {
        return new Orthogonal(factor);
    }

    /** Gain 1. */
    public static Orthogonal defaults() {
        return new Orthogonal(1);
    }

    @Override
    public double meanSquare(int inputs, int outputs) {
        return gain * gain / Math.max(inputs, outputs);
    }
}
