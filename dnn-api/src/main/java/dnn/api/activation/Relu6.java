package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = min(max(z, 0), 6); σ′(z) = 1 for 0 &lt; z &lt; 6, else 0. Krizhevsky, 2010. */
@Describe("relu cut off at 6")
public record Relu6() implements FormulaActivation {
    @Override
    public double value(double z) {
        return Math.min(Math.max(z, 0), 6);
    }

    @Override
    public double derivative(double z) {
        return z > 0 && z < 6 ? 1 : 0;
    }

    @Override
    public double[] kinks() {
        return new double[] {0, 6};
    }

    @Override
    public Range range() {
        return new Range(0, 6);
    }

    @Override
    public boolean isRectifier() {
        return true;
    }
}
