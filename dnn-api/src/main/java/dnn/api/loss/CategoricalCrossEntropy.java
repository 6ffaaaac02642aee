package dnn.api.loss;

import dnn.api.activation.Activation;
import dnn.api.activation.Softmax;
import dnn.api.grammar.Describe;

/** J = −(1/m) Σ_i Σ_k y_ki log a_ki: summed over classes, mean over m items. */
@Describe("for two or more classes: -mean over items of the sum over classes of y log a")
public record CategoricalCrossEntropy() implements Loss {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean accepts(Activation output) {
        return output instanceof Softmax;
    }

    @Override
    public String formula(String a, int outputs, int items) {
        return "−(1/" + items + ")·Σ Y·log " + a;
    }

    @Override
    public String gradientFormula(String a, int outputs) {
        return a + " − Y";
    }

    @Override
    public int outputsFor(int classes) {
        return classes;
    }
}
