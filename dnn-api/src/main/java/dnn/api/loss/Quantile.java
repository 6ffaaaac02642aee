package dnn.api.loss;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;

/**
 * J = (1/(n·m)) Σ max(q(y − a), (q − 1)(y − a)): least where a share q of the targets lies below the output. The
 * gradient at a = y is taken as 0. Koenker and Bassett, 1978.
 *
 * @param quantile q in (0, 1)
 */
@Describe("for numbers: the output below which a share `quantile` of the targets lies")
public record Quantile(
        @Describe("Share of the targets that is to lie below the output; 0.5 for the median.")
        @Finite
        @Positive(message = "no number has less than nothing below it")
        @DecimalMax(value = "1", inclusive = false, message = "no number has everything below it")
        double quantile)
        implements FormulaLoss {
    /** The median. */
    public static Quantile defaults() {
        return new Quantile(0.5);
    }

    @Override
    public double value(double a, double y) {
        double error = y - a;
        return Math.max(quantile * error, (quantile - 1) * error);
    }

    @Override
    public double derivative(double a, double y) {
        double error = a - y;
        return error == 0 || Double.isNaN(error) ? error : error > 0 ? 1 - quantile : -quantile;
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }

    @Override
    public String term(String a) {
        return "max(" + quantile + "·(Y − " + a + "), " + (1 - quantile) + "·(" + a + " − Y))";
    }

    @Override
    public String derivativeTerm(String a) {
        return "(" + (1 - quantile) + " where " + a + " > Y, −" + quantile + " where " + a + " < Y)";
    }
}
