package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = z/(1 + |z|), σ′(z) = 1/(1 + |z|)². Bergstra et al., 2009. */
@Describe("z/(1 + |z|), between -1 and 1")
public record Softsign() implements FormulaActivation {
    @Override
    public double value(double z) {
        return Double.isInfinite(z) ? Math.signum(z) : z / (1 + Math.abs(z));
    }

    @Override
    public double derivative(double z) {
        return 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z)));
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }

    @Override
    public Range range() {
        return new Range(-1, 1);
    }
}
