package dnn.api.metric;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;
import dnn.api.loss.TargetKind;

/**
 * Expected calibration error: Σ_b (m_b/m)·|accuracy_b − confidence_b| over 15 bins of equal width of the predicted
 * class's probability (Guo et al., 2017).
 */
@Named(twins = {"ece", "expected_calibration_error"})
@Describe("expected calibration error: how far probabilities are from frequencies")
public record CalibrationError() implements Metric {
    @Override
    public TargetKind targetKind() {
        return TargetKind.CLASSES;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }
}
