package dnn.api.loss;

import dnn.api.grammar.Describe;

/**
 * J = (1/(n·m)) Σ (log a + y/a), the negative log-likelihood of positive numbers y whose mean is a and whose deviation
 * grows with it, without what a does not change; dJ/da = (a − y)/a². McCullagh and Nelder, 1989, chapter 8.
 */
@Describe("for amounts whose spread grows with their mean: mean of log a + y/a; outputs and targets above 0")
public record Gamma() implements FormulaLoss {
    @Override
    public Domain targetDomain() {
        return Domain.POSITIVE;
    }

    @Override
    public Domain outputDomain() {
        return Domain.POSITIVE;
    }

    @Override
    public double value(double a, double y) {
        return StrictMath.log(a) + y / a;
    }

    @Override
    public double derivative(double a, double y) {
        return (a - y) / a / a;
    }

    @Override
    public String term(String a) {
        return "(log " + a + " + Y/" + a + ")";
    }

    @Override
    public String derivativeTerm(String a) {
        return "(" + a + " − Y)/" + a + "²";
    }
}
