package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/** Share of items whose predicted class (the greatest output; for one output, whether it exceeds ½) is the true one. */
@Describe("share of items classified correctly")
public record Accuracy() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }
}
