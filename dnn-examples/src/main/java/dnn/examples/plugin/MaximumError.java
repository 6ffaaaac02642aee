package dnn.examples.plugin;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;
import dnn.api.metric.CustomMetric;

/** max |a − y| over outputs and items: the worst prediction. */
@Describe("the greatest absolute error")
public record MaximumError() implements CustomMetric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }
}
