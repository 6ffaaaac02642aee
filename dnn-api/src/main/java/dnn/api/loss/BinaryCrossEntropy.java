package dnn.api.loss;

import dnn.api.activation.Activation;
import dnn.api.activation.Sigmoid;
import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * J = −(1/(n·m)) Σ [ y′ log a + (1 − y′) log(1 − a) ], the mean over n outputs and m items (5), (24), with y′ = (1 −
 * ε)·y + ε/2. Smoothing as in Keras; Szegedy et al., 2016.
 *
 * @param labelSmoothing ε in [0, 1)
 */
@Describe("for two classes: -mean(y log a + (1-y) log(1-a))")
public record BinaryCrossEntropy(
        @Describe("Share of each label that is spread evenly over all classes, against overconfidence.")
        @Finite
        @PositiveOrZero(message = "it is a share")
        @DecimalMax(value = "1", inclusive = false, message = "nothing would be left of the labels")
        double labelSmoothing)
        implements Loss {
    /** Labels as they are. */
    public static BinaryCrossEntropy defaults() {
        return new BinaryCrossEntropy(0);
    }

    /** A copy that spreads this share of each label evenly over all classes. */
    public BinaryCrossEntropy labelSmoothing(double share) {
        return new BinaryCrossEntropy(share);
    }

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
        String y = Loss.smoothed(labelSmoothing, 2);
        return "−" + Loss.meanOver(outputs, items) + "·Σ [ " + y + "·log " + a + " + (1 − " + y + ")·log(1 − " + a
                + ") ]";
    }

    @Override
    public String gradientFormula(String a, int outputs) {
        return (outputs == 1 ? "" : "(1/" + outputs + ")·(") + a + " − " + Loss.smoothed(labelSmoothing, 2)
                + (outputs == 1 ? "" : ")");
    }

    @Override
    public int outputsFor(int classes) {
        return 1;
    }
}
