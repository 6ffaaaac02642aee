package dnn.api.loss;

import dnn.api.grammar.Describe;

/**
 * J = (1/(n·m)) Σ log cosh(a − y), dJ/da = tanh(a − y): e²/2 for small errors e, |e| − log 2 for great ones, and smooth
 * between.
 */
@Describe("for numbers with outliers: mean of log(cosh(a - y)), smooth everywhere")
public record LogCosh() implements FormulaLoss {
    private static final double LOG_OF_TWO = StrictMath.log(2);

    /**
     * log(1 + 2·sinh²(e/2)) keeps the digits of small errors, |e| + log(1 + e^(−2|e|)) − log 2 the great ones finite.
     */
    @Override
    public double value(double a, double y) {
        double size = Math.abs(a - y);
        if (size < 1) {
            double half = StrictMath.sinh(size / 2);
            return StrictMath.log1p(2 * half * half);
        }
        return size + StrictMath.log1p(StrictMath.exp(-2 * size)) - LOG_OF_TWO;
    }

    @Override
    public double derivative(double a, double y) {
        return StrictMath.tanh(a - y);
    }

    @Override
    public String term(String a) {
        return "log cosh(" + a + " − Y)";
    }

    @Override
    public String derivativeTerm(String a) {
        return "tanh(" + a + " − Y)";
    }
}
