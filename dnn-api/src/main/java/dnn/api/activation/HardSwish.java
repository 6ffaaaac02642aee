package dnn.api.activation;

import dnn.api.grammar.Describe;

/**
 * σ(z) = z·min(max(z + 3, 0), 6)/6; σ′(z) = 0 for z &lt; −3, 1 for z &gt; 3, (2z + 3)/6 between. Howard et al., 2019.
 */
@Describe("z times a sigmoid of three straight pieces")
public record HardSwish() implements FormulaActivation {
    @Override
    public double value(double z) {
        return z < -3 ? 0 : z > 3 ? z : z * (z + 3) / 6;
    }

    @Override
    public double derivative(double z) {
        return z < -3 ? 0 : z > 3 ? 1 : (2 * z + 3) / 6;
    }

    @Override
    public double[] kinks() {
        return new double[] {-3, 3};
    }

    @Override
    public Range range() {
        return new Range(-0.375, Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean isRectifier() {
        return true;
    }
}
