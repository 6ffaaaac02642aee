package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/** 1 − Var(y − a)/Var(y), the mean over outputs; for a constant target 1 if the error is constant too, else 0. */
@Describe("share of the variance that is explained, whatever the mean error")
public record ExplainedVariance() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public boolean hasUnit() {
        return false;
    }
}
