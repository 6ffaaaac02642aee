package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z)_i = e^z_i / Σ_j e^z_j over the units of one item; each item's outputs sum to 1. */
@Describe("positive outputs that sum to 1 over the units of an item")
public record Softmax() implements Activation {
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
