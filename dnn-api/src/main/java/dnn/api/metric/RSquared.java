package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import dnn.api.loss.TargetKind;

/**
 * 1 − Σ(a − y)²/Σ(y − ȳ)², the mean over outputs of the share of variance explained; 0 for a constant target met not
 * exactly, 1 for one met exactly.
 */
@Named(value = "r2", twins = "r_squared")
@Describe("share of the target's variance that is explained")
public record RSquared() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public boolean hasUnit() {
        return false;
    }
}
