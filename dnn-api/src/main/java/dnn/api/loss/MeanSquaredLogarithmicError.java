package dnn.api.loss;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;

/**
 * J = (1/(n·m)) Σ (log(1 + a) − log(1 + y))², for numbers over several powers of ten; dJ/da = 2(log(1 + a) − log(1 +
 * y))/(1 + a).
 */
@Named(twins = "msle")
@Describe("for numbers over several powers of ten: mean of (log(1 + a) - log(1 + y))^2; outputs and targets from 0")
public record MeanSquaredLogarithmicError() implements FormulaLoss {
    @Override
    public Domain targetDomain() {
        return Domain.NOT_NEGATIVE;
    }

    @Override
    public Domain outputDomain() {
        return Domain.NOT_NEGATIVE;
    }

    @Override
    public double value(double a, double y) {
        double error = StrictMath.log1p(a) - StrictMath.log1p(y);
        return error * error;
    }

    @Override
    public double derivative(double a, double y) {
        return 2 * (StrictMath.log1p(a) - StrictMath.log1p(y)) / (1 + a);
    }

    @Override
    public String term(String a) {
        return "(log(1 + " + a + ") − log(1 + Y))²";
    }

    @Override
    public String derivativeTerm(String a) {
        return "2·(log(1 + " + a + ") − log(1 + Y))/(1 + " + a + ")";
    }
}
