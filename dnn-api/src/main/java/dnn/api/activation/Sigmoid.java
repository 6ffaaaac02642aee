package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = 1/(1 + e^−z), σ′(z) = σ(z)(1 − σ(z)); lecture figure 3. */
@Describe("1/(1 + e^-z), between 0 and 1")
public record Sigmoid() implements Activation {
    @Override
    public Range range() {
        return Range.PROBABILITIES;
    }

    @Override
    public double atZero() {
        return 0.5;
    }

    @Override
    public double derivativeAtZero() {
        return 0.25;
    }

    @Override
    public boolean isPositive() {
        return true;
    }
}
