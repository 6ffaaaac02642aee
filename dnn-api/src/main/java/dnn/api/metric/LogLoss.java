package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/**
 * Mean over items of −ln of the probability given to the true class, computed from logits: the cross-entropy on these
 * items.
 */
@Describe("mean of -log of the true class's probability")
public record LogLoss() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }
}
