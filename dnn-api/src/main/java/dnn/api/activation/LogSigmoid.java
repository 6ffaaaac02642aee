package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = −log(1 + e^−z), σ′(z) = 1/(1 + e^z). */
@Describe("the logarithm of the sigmoid, below 0")
public record LogSigmoid() implements FormulaActivation {
    @Override
    public double value(double z) {
        return Math.min(z, 0) - StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
    }

    @Override
    public double derivative(double z) {
        return 1 / (1 + StrictMath.exp(z));
    }

    @Override
    public Range range() {
        return new Range(Double.NEGATIVE_INFINITY, 0);
    }
}
