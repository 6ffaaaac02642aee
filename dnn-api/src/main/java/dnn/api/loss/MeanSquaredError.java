package dnn.api.loss;

import dnn.api.activation.Activation;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;

/** J = (1/(n·m)) Σ (a − y)², the mean over n outputs and m items, without ½. */
@Named(twins = "mse")
@Describe("for numbers: mean of (a - y)^2")
public record MeanSquaredError() implements Loss {
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
        return Loss.meanOver(outputs, items) + "·Σ (" + a + " − Y)²";
    }

    @Override
    public String gradientFormula(String a, int outputs) {
        return (outputs == 1 ? "2·(" : "(2/" + outputs + ")·(") + a + " − Y)";
    }

    @Override
    public int outputsFor(int classes) {
        return 1;
    }
}
