package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import dnn.api.loss.TargetKind;

/**
 * Σ_n (R_n − R_{n−1})·P_n over the thresholds, the average precision. Of the positive class for two classes; for more
 * the mean over classes, each against the rest.
 */
@Named(twins = "average_precision")
@Describe("area under the curve of precision over recall")
public record PrAuc() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }
}
