package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import dnn.api.loss.TargetKind;

/** Mean of |a − y|/max(|y|, 2⁻⁵²) over outputs and items; a share, not per cent. */
@Named(value = "mape", twins = "mean_absolute_percentage_error")
@Describe("mean of the errors relative to the target")
public record MeanAbsolutePercentageError() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public boolean hasUnit() {
        return false;
    }
}
