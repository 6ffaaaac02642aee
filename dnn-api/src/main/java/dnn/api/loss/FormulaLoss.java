package dnn.api.loss;

import dnn.api.activation.Activation;

/**
 * A loss for numbers that needs no more than its formulas: every backend runs them as they stand in its record, and
 * takes the mean over outputs and items.
 */
public sealed interface FormulaLoss extends Loss, ScalarLoss
        permits Huber, LogCosh, Quantile, Poisson, Gamma, MeanSquaredLogarithmicError, MeanAbsolutePercentageError {
    @Override
    default TargetKind targetKind() {
        return TargetKind.NUMBERS;
    }

    @Override
    default boolean accepts(Activation output) {
        return outputDomain().containsAllOf(output);
    }

    @Override
    default int outputsFor(int classes) {
        return 1;
    }

    /** The loss of one output as a term, for people; {@code a} is how A[L] is written. */
    String term(String a);

    /** Its derivative as a term, for people; {@code a} is how A[L] is written. */
    String derivativeTerm(String a);

    @Override
    default String formula(String a, int outputs, int items) {
        return Loss.meanOver(outputs, items) + "·Σ " + term(a);
    }

    @Override
    default String gradientFormula(String a, int outputs) {
        return (outputs == 1 ? "" : "(1/" + outputs + ")·") + derivativeTerm(a);
    }
}
