package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = min(max(z + 3, 0), 6)/6; σ′(z) = 1/6 for −3 &lt; z &lt; 3, else 0. Howard et al., 2019. */
@Describe("a sigmoid of three straight pieces, between 0 and 1")
public record HardSigmoid() implements FormulaActivation {
    @Override
    public double value(double z) {
        return Math.min(Math.max(z + 3, 0), 6) / 6;
    }

    @Override
    public double derivative(double z) {
        return z > -3 && z < 3 ? 1.0 / 6 : 0;
    }

    @Override
    public double[] kinks() {
        return new double[] {-3, 3};
    }

    @Override
    public Range range() {
        return Range.PROBABILITIES;
    }
}
