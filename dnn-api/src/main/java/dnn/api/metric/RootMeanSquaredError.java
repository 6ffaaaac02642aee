package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import dnn.api.loss.TargetKind;

/** √ of the mean of (a − y)² over items, the mean over outputs. */
@Named(value = "rmse", twins = "root_mean_squared_error")
@Describe("root of the mean of the squared errors")
public record RootMeanSquaredError() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }
}
