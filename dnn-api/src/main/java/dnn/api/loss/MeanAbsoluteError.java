package dnn.api.loss;

import dnn.api.activation.Activation;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;

/** J = (1/(n·m)) Σ |a − y|, the mean over n outputs and m items; the gradient at a = y is taken as 0. */
@Named(twins = "mae")
@Describe("for numbers: mean of |a - y|")
public record MeanAbsoluteError() implements Loss {
    @Override
    public TargetKind targetKind() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean accepts(Activation output) {
        return true;
    }

    @Override
    public int outputsFor(int classes) {
        return 1;
    }
}
