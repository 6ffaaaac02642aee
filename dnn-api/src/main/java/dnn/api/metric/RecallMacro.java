package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/** Mean over the classes of TP/(TP + FN), 0 for a class without items. */
@Describe("recall of each class, their mean")
public record RecallMacro() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }
}
