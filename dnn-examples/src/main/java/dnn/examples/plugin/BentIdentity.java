package dnn.examples.plugin;

import dnn.api.activation.CustomActivation;
import dnn.api.activation.ScalarFunction;
import dnn.api.grammar.Describe;

/**
 * σ(z) = (√(z² + 1) − 1)/2 + z, σ′(z) = z/(2√(z² + 1)) + 1: nearly linear, with slopes from ½ to 1½. Its formulas are
 * all that it takes to run it.
 */
@Describe("half of sqrt(z^2 + 1) - 1, plus z")
public record BentIdentity() implements CustomActivation, ScalarFunction {
    @Override
    public Range range() {
        return Range.REALS;
    }

    @Override
    public double atZero() {
        return value(0);
    }

    @Override
    public double derivativeAtZero() {
        return derivative(0);
    }

    @Override
    public double value(double z) {
        return (Math.sqrt(z * z + 1) - 1) / 2 + z;
    }

    @Override
    public double derivative(double z) {
        return z / (2 * Math.sqrt(z * z + 1)) + 1;
    }
}
