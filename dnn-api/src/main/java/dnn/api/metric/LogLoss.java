package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.loss.TargetKind;

/** Mean over items of −ln of the probability given to the true class, probabilities kept at or above 2⁻⁵² and below 1 − 2⁻⁵². */
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
