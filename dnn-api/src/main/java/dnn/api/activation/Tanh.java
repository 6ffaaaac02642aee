package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = tanh z, σ′(z) = 1 − tanh² z. */
@Describe("hyperbolic tangent, between -1 and 1")
public record Tanh() implements Activation {
    @Override
    public Range range() {
        return new Range(-1, 1);
    }

    @Override
    public double atZero() {
        return 0;
    }

    @Override
    public double derivativeAtZero() {
        return 1;
    }
}
