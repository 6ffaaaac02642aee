package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/** Mean over the classes that have items of the recall TP/(TP + FN) of each (Brodersen et al., 2010). */
@Describe("mean over the classes of the share of their items that is found")
public record BalancedAccuracy() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }
}
