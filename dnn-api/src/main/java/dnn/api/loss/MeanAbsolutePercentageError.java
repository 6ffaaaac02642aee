package dnn.api.loss;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;

/**
 * J = (1/(n·m)) Σ |a − y|/|y|; a share, not per cent, as the metric of this name. The gradient at a = y is taken as 0.
 */
@Named(twins = "mape")
@Describe("for numbers: mean of |a - y|/|y|; targets other than 0")
public record MeanAbsolutePercentageError() implements FormulaLoss {
    @Override
    public Domain targetDomain() {
        return Domain.NOT_ZERO;
    }

    @Override
    public double value(double a, double y) {
        return Math.abs(a - y) / Math.abs(y);
    }

    @Override
    public double derivative(double a, double y) {
        return Math.signum(a - y) / Math.abs(y);
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }

    @Override
    public String term(String a) {
        return "|" + a + " − Y|/|Y|";
    }

    @Override
    public String derivativeTerm(String a) {
        return "sign(" + a + " − Y)/|Y|";
    }
}
