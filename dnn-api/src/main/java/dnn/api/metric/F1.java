package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/**
 * 2TP/(2TP + FP + FN): of the positive class for two classes, the unweighted mean over classes for more; 0 where the
 * denominator is.
 */
@Describe("harmonic mean of precision and recall")
public record F1() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }
}
