package dnn.api.initializer;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;

/**
 * Uniform distribution on [low, high).
 *
 * @param low lower bound
 * @param high upper bound, above {@code low}
 */
@Describe("uniform distribution on [low, high)")
public record Uniform(
        @Describe("Lower bound.") @Finite double low,
        @Describe("Upper bound, above the lower.") @Finite double high) implements Initializer {

    /** Uniform on [−0.05, 0.05). */
    public static Uniform defaults() {
        return new Uniform(-0.05, 0.05);
    }

    @Override
    public double meanSquare(int inputs, int outputs) {
        return (low * low + low * high + high * high) / 3;
    }
}
