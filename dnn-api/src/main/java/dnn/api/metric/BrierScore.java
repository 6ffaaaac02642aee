package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import dnn.api.loss.TargetKind;

/**
 * Mean over items of the squared difference of the positive class's probability and 0 or 1; for more than two classes,
 * of the sum of the squared differences over the classes (Brier, 1950).
 */
@Named(twins = "brier")
@Describe("mean squared difference of probabilities and classes")
public record BrierScore() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }
}
