package dnn.api.activation;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;

/**
 * σ(z) = log(1 + e^(βz))/β, σ′(z) = 1/(1 + e^(−βz)). Dugas et al., 2001.
 *
 * @param beta β, how sharply it bends
 */
@Describe("log(1 + e^z), a smooth relu that gives positive numbers")
public record Softplus(
        @Describe("How sharply it bends; the greater, the nearer to relu.")
        @Finite
        @Positive(message = "the function divides by it")
        double beta)
        implements FormulaActivation {
    /** The customary β = 1. */
    public static Softplus defaults() {
        return new Softplus(1);
    }

    @Override
    public double value(double z) {
        return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-beta * Math.abs(z))) / beta;
    }

    @Override
    public double derivative(double z) {
        return 1 / (1 + StrictMath.exp(-beta * z));
    }

    @Override
    public Range range() {
        return new Range(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public boolean isPositive() {
        return true;
    }
}
