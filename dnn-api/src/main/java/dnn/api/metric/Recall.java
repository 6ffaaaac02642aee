package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/**
 * TP/(TP + FN): of the positive class for two classes, the unweighted mean over classes for more; 0 where nothing is
 * positive.
 */
@Describe("share of the positive items that are found")
public record Recall() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }
}
