package dnn.api.activation;

import dnn.api.grammar.Describe;
import dnn.api.initializer.Initializer;
import dnn.api.initializer.LecunNormal;

/**
 * σ(z) = λz for z &gt; 0, else λα·(e^z − 1), σ′(z) = λ for z &gt; 0, else λα·e^z, with λ = 1.0507 and α = 1.6733.
 * Klambauer et al., 2017: with weights of variance 1/n_in means and variances stay near 0 and 1.
 */
@Describe("elu scaled so that layers keep mean 0 and variance 1")
public record Selu() implements FormulaActivation {
    private static final double ALPHA = 1.6732632423543772;
    private static final double SCALE = 1.0507009873554805;

    @Override
    public double value(double z) {
        return z > 0 ? SCALE * z : SCALE * ALPHA * StrictMath.expm1(z);
    }

    @Override
    public double derivative(double z) {
        return z > 0 ? SCALE : SCALE * ALPHA * StrictMath.exp(z);
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }

    @Override
    public Range range() {
        return new Range(-SCALE * ALPHA, Double.POSITIVE_INFINITY);
    }

    /** Variance 1/n_in: with it means and variances stay near 0 and 1 from layer to layer. */
    @Override
    public Initializer recommendedWeights() {
        return new LecunNormal();
    }
}
