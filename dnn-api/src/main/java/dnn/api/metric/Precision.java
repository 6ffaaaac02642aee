package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/**
 * TP/(TP + FP): of the positive class for two classes, the unweighted mean over classes for more; 0 where nothing was
 * predicted positive.
 */
@Describe("share of the positive predictions that are right")
public record Precision() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }
}
