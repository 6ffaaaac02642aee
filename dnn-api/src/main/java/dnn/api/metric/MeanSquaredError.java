package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import dnn.api.loss.TargetKind;

/** Mean of (a − y)² over outputs and items. */
@Named(value = "mse", twins = "mean_squared_error")
@Describe("mean of the squared errors")
public record MeanSquaredError() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }
}
