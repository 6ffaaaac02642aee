package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = σ′(z) = e^z, for outputs that are positive, with effects that multiply. */
@Describe("e^z, for positive outputs with effects that multiply")
public record Exponential() implements FormulaActivation {
    @Override
    public double value(double z) {
        return StrictMath.exp(z);
    }

    @Override
    public double derivative(double z) {
        return StrictMath.exp(z);
    }

    @Override
    public Range range() {
        return new Range(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean isPositive() {
        return true;
    }
}
