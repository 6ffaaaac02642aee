package dnn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Dsl;
import dnn.api.Experiment;
import dnn.api.Training;
import dnn.api.data.Scale;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.dataset.Scaling;
import dnn.api.loss.Loss;
import dnn.engine.metric.Outputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static Training training(Loss loss) {
        return Experiment.named("judged")
                .data(Dsl.moons(10))
                .architecture(Dsl.dense(1))
                .loss(loss)
                .build()
                .training();
    }

    private static Dataset items(Matrix targets, List<Scaling> units) {
        return new Dataset(Matrix.zeros(1, targets.columns()), targets, Optional.empty(), units);
    }

    @Test
    void aBadModelShowsAsBadBesideTheMajority() {
        int items = 200;
        Matrix targets = Matrix.zeros(1, items);
        Matrix outputs = Matrix.zeros(1, items);
        for (int i = 0; i < items; i++) {
            targets.set(0, i, i % 10 == 0 ? 1 : 0);
            outputs.set(0, i, 0.2);
        }
        Dataset data = items(targets, List.of());
        double[] baseline = Judgement.baseline(data);
        assertThat(baseline).containsExactly(new double[] {0.1}, within(1e-12));
        Map<String, Judgement.Judged> judged =
                Judgement.of(training(Dsl.binaryCrossEntropy()), Outputs.of(outputs), data, baseline, 5);
        Judgement.Judged accuracy = judged.get("accuracy");
        assertThat(accuracy.value()).isEqualTo(0.9);
        assertThat(accuracy.baseline()).isEqualTo(0.9);
        assertThat(accuracy.low()).isBetween(0.8, 0.9);
        assertThat(accuracy.high()).isBetween(0.9, 1.0);
        assertThat(judged.get("roc_auc").value()).isEqualTo(0.5);
        assertThat(judged.get("balanced_accuracy").value()).isEqualTo(0.5);
        // √(0.9·0.1/200) = 0.0212: 95 % lie within 1.96 of them.
        assertThat(accuracy.high() - accuracy.low()).isCloseTo(2 * 1.96 * 0.0212, within(0.02));
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        Matrix targets = new Matrix(1, 5, new double[] {1, 2, 3, 4, 7});
        Matrix outputs = new Matrix(1, 5, new double[] {1, 2.5, 3, 3, 8});
        Dataset data = items(targets, List.of());
        double[] mean = Judgement.baseline(data);
        Map<String, Judgement.Judged> one =
                Judgement.of(training(Dsl.meanSquaredError()), Outputs.of(outputs), data, mean, 5);
        assertThat(Judgement.of(training(Dsl.meanSquaredError()), Outputs.of(outputs), data, mean, 5))
                .isEqualTo(one);
        assertThat(Judgement.of(training(Dsl.meanSquaredError()), Outputs.of(outputs), data, mean, 6))
                .isNotEqualTo(one);
        assertThat(one.get("r2").baseline()).isCloseTo(0, within(1e-12));
        assertThat(one.get("mae").value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void numbersAreJudgedInTheirOwnUnit() {
        Scaling scaling = new Scaling(Scale.STANDARDIZE, 100, 10);
        Dataset scaled = items(new Matrix(1, 3, new double[] {-1, 0, 1}), List.of(scaling));
        Matrix outputs = new Matrix(1, 3, new double[] {-1, 0, 2});
        assertThat(Judgement.baseline(scaled)).containsExactly(new double[] {100}, within(1e-12));
        assertThat(Judgement.of(training(Dsl.meanSquaredError()), Outputs.of(outputs), scaled, new double[] {100}, 1)
                        .get("mae")
                        .value())
                .isCloseTo(10 / 3.0, within(1e-12));
    }
}
