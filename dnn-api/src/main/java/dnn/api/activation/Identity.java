package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = z, σ′(z) = 1. */
@Describe("z itself")
public record Identity() implements Activation {
    @Override
    public Range range() {
        return Range.REALS;
    }

    @Override
    public double atZero() {
        return 0;
    }

    @Override
    public double derivativeAtZero() {
        return 1;
    }

    @Override
    public boolean isLinear() {
        return true;
    }
}
