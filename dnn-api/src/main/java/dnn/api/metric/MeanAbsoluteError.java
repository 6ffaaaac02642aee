package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import dnn.api.loss.TargetKind;

/** Mean of |a − y| over outputs and items. */
@Named(value = "mae", twins = "mean_absolute_error")
@Describe("mean of the absolute errors")
public record MeanAbsoluteError() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }
}
