package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = z·s with the sigmoid s = 1/(1 + e^−z), σ′(z) = s·(1 + z·(1 − s)). Elfwing et al., 2018; also called swish. */
@Describe("z times the sigmoid of z")
public record Silu() implements FormulaActivation {
    @Override
    public double value(double z) {
        return z / (1 + StrictMath.exp(-z));
    }

    @Override
    public double derivative(double z) {
        double sigmoid = 1 / (1 + StrictMath.exp(-z));
        return sigmoid * (1 + z * (1 - sigmoid));
    }

    /** Its least value stands at z = −1.2785. */
    @Override
    public Range range() {
        return new Range(-0.27846454277, Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean isRectifier() {
        return true;
    }
}
