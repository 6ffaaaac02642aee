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
    public String formula(String a, int outputs, int items) {
        return Loss.meanOver(outputs, items) + "·Σ |" + a + " − Y|";
    }

    @Override
    public String gradientFormula(String a, int outputs) {
        return (outputs == 1 ? "sign(" : "(1/" + outputs + ")·sign(") + a + " − Y)";
    }

    @Override
    public int outputsFor(int classes) {
        return 1;
    }
}
