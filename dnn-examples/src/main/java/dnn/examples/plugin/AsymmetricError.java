package dnn.examples.plugin;

import dnn.api.activation.Activation;
import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import dnn.api.loss.CustomLoss;
import dnn.api.loss.Loss;
import dnn.api.loss.TargetKind;
import jakarta.validation.constraints.Positive;

/**
 * J = (1/(n·m)) Σ c(a − y)·(a − y)², where c is {@code under} if the prediction is too low, else 1: too cheap an offer
 * costs more than too dear a one.
 *
 * @param under weight of errors below the target
 */
@Describe("for numbers: squared error that weighs predictions below the target differently")
public record AsymmetricError(
        @Describe("Weight of predictions that are too low.") @Finite @Positive(message = "an error must cost something")
        double under)
        implements CustomLoss {

    /** Too low counts three times as much as too high. */
    public static AsymmetricError defaults() {
        return new AsymmetricError(3);
    }

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
        return Loss.meanOver(outputs, items) + "·Σ c·(" + a + " − Y)², c = " + under + " where " + a + " < Y, else 1";
    }

    @Override
    public String gradientFormula(String a, int outputs) {
        return (outputs == 1 ? "2·c·(" : "(2/" + outputs + ")·c·(") + a + " − Y)";
    }

    @Override
    public int outputsFor(int classes) {
        return 1;
    }
}
