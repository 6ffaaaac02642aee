package dnn.api.activation;

import dnn.api.grammar.Describe;

/** σ(z) = z·t with t = tanh(log(1 + e^z)), σ′(z) = t + z·(1 − t²)/(1 + e^−z). Misra, 2020. */
@Describe("z times the tanh of the softplus of z")
public record Mish() implements FormulaActivation {
    @Override
    public double value(double z) {
        return z * tanhOfSoftplus(z);
    }

    @Override
    public double derivative(double z) {
        double tanh = tanhOfSoftplus(z);
        return tanh + z * (1 - tanh * tanh) / (1 + StrictMath.exp(-z));
    }

    /** ((1 + e^z)² − 1)/((1 + e^z)² + 1), for positive z in powers of e^−z, which cannot overflow. */
    private static double tanhOfSoftplus(double z) {
        if (z > 0) {
            double e = StrictMath.exp(-z);
            return (1 + 2 * e) / (1 + 2 * e + 2 * e * e);
        }
        double e = StrictMath.exp(z);
        return e * (e + 2) / (e * (e + 2) + 2);
    }

    /** Its least value stands at z = −1.1924. */
    @Override
    public Range range() {
        return new Range(-0.30884341, Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean isRectifier() {
        return true;
    }
}
