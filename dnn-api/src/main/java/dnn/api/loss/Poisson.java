package dnn.api.loss;

import dnn.api.grammar.Describe;

/**
 * J = (1/(n·m)) Σ (a − y·log a), the negative log-likelihood of counts y whose mean is a, without what a does not
 * change; dJ/da = 1 − y/a. Targets may be rates: counts by the time they took. As in Keras, and in PyTorch where the
 * output is no logarithm.
 */
@Describe("for counts: mean of a - y log a; outputs above 0, targets from 0")
public record Poisson() implements FormulaLoss {
    @Override
    public Domain targetDomain() {
        return Domain.NOT_NEGATIVE;
    }

    @Override
    public Domain outputDomain() {
        return Domain.POSITIVE;
    }

    /** Nothing counted makes y·log a 0, even for an output that was rounded to 0. */
    @Override
    public double value(double a, double y) {
        return y == 0 ? a : a - y * StrictMath.log(a);
    }

    @Override
    public double derivative(double a, double y) {
        return y == 0 ? 1 : 1 - y / a;
    }

    @Override
    public String term(String a) {
        return "(" + a + " − Y·log " + a + ")";
    }

    @Override
    public String derivativeTerm(String a) {
        return "(1 − Y/" + a + ")";
    }
}
