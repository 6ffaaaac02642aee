package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/** Mean over the classes of 2TP/(2TP + FP + FN), weighted by their items. */
@Describe("f1 of each class, weighted by its items")
public record F1Weighted() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }
}
