package dnn.api.loss;

import dnn.api.activation.Activation;
import dnn.api.activation.Softmax;
import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * J = −(1/m) Σ_i Σ_k y′_ki log a_ki: summed over K classes, mean over m items, with y′ = (1 − ε)·y + ε/K. Smoothing as
 * in Keras and PyTorch; Szegedy et al., 2016.
 *
 * @param labelSmoothing ε in [0, 1)
 */
@Describe("for two or more classes: -mean over items of the sum over classes of y log a")
public record CategoricalCrossEntropy(
        @Describe("Share of each label that is spread evenly over all classes, against overconfidence.")
        @Finite
        @PositiveOrZero(message = "it is a share")
        @DecimalMax(value = "1", inclusive = false, message = "nothing would be left of the labels")
        double labelSmoothing)
        implements Loss {
    /** Labels as they are. */
    public static CategoricalCrossEntropy defaults() {
        return new CategoricalCrossEntropy(0);
    }

    /** A copy that spreads this share of each label evenly over all classes. */
    public CategoricalCrossEntropy labelSmoothing(double share) {
        return new CategoricalCrossEntropy(share);
    }

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
        return "−(1/" + items + ")·Σ " + Loss.smoothed(labelSmoothing, outputs) + "·log " + a;
    }

    @Override
    public String gradientFormula(String a, int outputs) {
        return a + " − " + Loss.smoothed(labelSmoothing, outputs);
    }

    @Override
    public int outputsFor(int classes) {
        return classes;
    }
}
