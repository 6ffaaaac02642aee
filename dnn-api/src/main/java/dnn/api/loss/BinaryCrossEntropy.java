package dnn.api.loss;

import dnn.api.activation.Activation;
import dnn.api.activation.Sigmoid;
import dnn.api.grammar.Describe;

/** J = −(1/(n·m)) Σ [ y log a + (1 − y) log(1 − a) ], the mean over n outputs and m items (5), (24). */
@Describe("for two classes: -mean(y log a + (1-y) log(1-a))")
public record BinaryCrossEntropy() implements Loss {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean accepts(Activation output) {
        return output instanceof Sigmoid;
    }

    @Override
    public String formula(String a, int outputs, int items) {
        return "−" + Loss.meanOver(outputs, items) + "·Σ [ Y·log " + a + " + (1 − Y)·log(1 − " + a + ") ]";
    }

    @Override
    public String gradientFormula(String a, int outputs) {
        return (outputs == 1 ? "" : "(1/" + outputs + ")·(") + a + " − Y" + (outputs == 1 ? "" : ")");
    }

    @Override
    public int outputsFor(int classes) {
        return 1;
    }
}
