package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/**
 * Probability that an item of the class scores higher than one of another, ties half: the area under the ROC curve
 * (Hanley and McNeil, 1982). Of the positive class for two classes; for more the mean over classes, each against the
 * rest.
 */
@Describe("probability that a positive item scores higher than a negative one")
public record RocAuc() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }
}
