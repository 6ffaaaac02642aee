package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/** Mean over the classes of TP/(TP + FP), 0 where nothing was predicted. */
@Describe("precision of each class, their mean")
public record PrecisionMacro() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }
}
