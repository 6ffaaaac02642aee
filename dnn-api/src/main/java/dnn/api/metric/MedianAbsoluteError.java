package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import dnn.api.loss.TargetKind;

/** Median over items of |a − y|, the mean over outputs. */
@Named(twins = "medae")
@Describe("median of the absolute errors")
public record MedianAbsoluteError() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }
}
