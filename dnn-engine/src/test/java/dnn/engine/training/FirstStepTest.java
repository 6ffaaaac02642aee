package dnn.engine.training;

import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.engine.Experiments;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstStepTest {
    private static final Experiment EXPERIMENT = Experiments.of(
                    meanSquaredError(), dense(6, relu()), dropout(0.3), dense(2))
            .epochs(1)
            .build();
    private static final Dataset ITEMS = Experiments.items("first", meanSquaredError(), 3, 2, 20);

    /** The reference under another name, with its weights' gradients multiplied. */
    private static final class Scaled extends CommonsMathBackend {
        private final double factor;

        Scaled(double factor) {
            this.factor = factor;
        }

        @Override
        public String id() {
            return "scaled";
        }

        @Override
        public void weightGradient(
                Buffer gradient,
                Buffer input,
                Buffer weightGradient,
                int units,
                int inputs,
                int items,
                double scale,
                boolean accumulate) {
            super.weightGradient(gradient, input, weightGradient, units, inputs, items, factor * scale, accumulate);
        }
    }

    private static TrainingResult train(Backend backend, List<String> warnings) {
        TrainingListener listener = new TrainingListener() {
            @Override
            public void warned(String message) {
                warnings.add(message);
            }

            @Override
            public void epochEnded(EpochReport report) {}
        };
        return new Trainer(EXPERIMENT, backend).train(ITEMS, Experiments.none(ITEMS), listener, () -> false);
    }

    @Test
    void aBackendThatAgreesIsNotWarnedAbout() {
        List<String> warnings = new ArrayList<>();
        assertThat(train(new Scaled(1), warnings).firstStepDifference()).isZero();
        assertThat(train(new Scaled(1 + 1e-12), warnings).firstStepDifference()).isBetween(1e-14, 1e-12);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aBackendThatDisagreesIsWarnedAboutAndTrainingGoesOn() {
        List<String> warnings = new ArrayList<>();
        TrainingResult result = train(new Scaled(1.01), warnings);
        assertThat(result.firstStepDifference()).isCloseTo(0.005, within(0.001));
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0))
                .contains("backend scaled differs from commons-math by")
                .containsPattern("most in the gradient of `\\w+\\.weights`");
    }

    @Test
    void theReferenceIsNotComparedWithItself() {
        assertThat(train(new CommonsMathBackend(), new ArrayList<>()).firstStepDifference())
                .isZero();
    }
}
