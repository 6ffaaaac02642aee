package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = max(0, z); σ′(z) = 1 for z > 0, else 0. */
@Describe("max(0, z)")
public record Relu() implements Activation {
    @Override
    public Range range() {
        return new Range(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public double atZero() {
        return 0;
    }

    @Override
    public double derivativeAtZero() {
        return 0;
    }

    @Override
    public boolean isRectifier() {
        return true;
    }
}
