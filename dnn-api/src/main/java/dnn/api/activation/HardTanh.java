package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = min(max(z, −1), 1); σ′(z) = 1 for −1 &lt; z &lt; 1, else 0. Collobert, 2004. */
@Describe("a tanh of three straight pieces, between -1 and 1")
public record HardTanh() implements FormulaActivation {
    @Override
    public double value(double z) {
        return Math.min(Math.max(z, -1), 1);
    }

    @Override
    public double derivative(double z) {
        return z > -1 && z < 1 ? 1 : 0;
    }

    @Override
    public double[] kinks() {
        return new double[] {-1, 1};
    }

    @Override
    public Range range() {
        return new Range(-1, 1);
    }
}
