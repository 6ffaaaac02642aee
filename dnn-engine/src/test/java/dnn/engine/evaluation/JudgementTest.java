package dnn.engine.evaluation;

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
import dnn.api.random.RandomStream;
import dnn.engine.metric.Figures;
import dnn.engine.metric.Interval;
import dnn.engine.metric.Meaning;
import dnn.engine.metric.Outputs;
import java.util.Arrays;
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

    private static Map<String, Judgement.Judged> judgedOf(boolean[] right) {
        Matrix targets = Matrix.zeros(1, right.length);
        Matrix outputs = Matrix.zeros(1, right.length);
        for (int i = 0; i < right.length; i++) {
            targets.set(0, i, i % 2);
            outputs.set(0, i, (i % 2 == 1) == right[i] ? 0.9 : 0.1);
        }
        Dataset data = items(targets, List.of());
        return Judgement.of(
                training(Dsl.binaryCrossEntropy()), Outputs.of(outputs), data, Judgement.baseline(data), right.length);
    }

    @Test
    void noMistakeIsNoProofThatThereAreNone() {
        boolean[] right = new boolean[150];
        Arrays.fill(right, true);
        Map<String, Judgement.Judged> judged = judgedOf(right);
        // Wilson: n/(n + z²) with z = 1.959964
        assertThat(judged.get("accuracy").value()).isEqualTo(1);
        assertThat(judged.get("accuracy").low()).isCloseTo(150 / (150 + 1.959964 * 1.959964), within(1e-6));
        assertThat(judged.get("accuracy").high()).isEqualTo(1);
        // All draws are alike: they say nothing of items that were not drawn.
        assertThat(judged.get("roc_auc").low()).isNaN();
        assertThat(judged.get("f1_macro").high()).isNaN();
    }

    /** Of 2,000 test splits from a seed, in how many the interval holds the share that made them. */
    @Test
    void intervalsOfSharesHoldTheTruthAsOftenAsTheySay() {
        for (int items : new int[] {30, 150, 600}) {
            for (double share : new double[] {0.5, 0.8, 0.95, 0.98}) {
                RandomStream stream = RandomStream.of(8, "coverage/" + items + "/" + share);
                int holds = 0;
                int splits = 2000;
                for (int split = 0; split < splits; split++) {
                    long count = 0;
                    for (int i = 0; i < items; i++) {
                        count += stream.nextDouble() < share ? 1 : 0;
                    }
                    Interval interval = accuracy(count, items);
                    holds += interval.low() <= share && share <= interval.high() ? 1 : 0;
                }
                assertThat((double) holds / splits)
                        .as("%d items, %s right", items, share)
                        .isBetween(0.92, 0.99);
            }
        }
    }

    private static Interval accuracy(long right, int items) {
        Figures figures = new Figures(List.of(Dsl.accuracy()), Meaning.VALUES, false);
        double[] outputs = new double[items];
        double[] targets = new double[items];
        Arrays.fill(outputs, 0, (int) right, 1);
        Arrays.fill(targets, 1);
        figures.add(outputs, targets, 1, items);
        return figures.intervals(0.95).get("accuracy");
    }

    /** The bootstrap of a mean absolute error over 200 items, of 150 test splits. */
    @Test
    void intervalsOfDrawsHoldTheTruthNearlyAsOften() {
        int items = 200;
        int splits = 150;
        int holds = 0;
        double truth = Math.sqrt(2 / Math.PI);
        for (int split = 0; split < splits; split++) {
            RandomStream stream = RandomStream.of(9, "coverage/" + split);
            Matrix targets = Matrix.zeros(1, items);
            Matrix outputs = Matrix.zeros(1, items);
            for (int i = 0; i < items; i++) {
                targets.set(0, i, 10 + 3 * stream.nextGaussian());
                outputs.set(0, i, targets.get(0, i) + stream.nextGaussian());
            }
            Judgement.Judged mae = Judgement.of(
                            training(Dsl.meanSquaredError()),
                            Outputs.of(outputs),
                            items(targets, List.of()),
                            new double[] {10},
                            split)
                    .get("mae");
            holds += mae.low() <= truth && truth <= mae.high() ? 1 : 0;
        }
        assertThat((double) holds / splits).isBetween(0.9, 0.99);
    }
}
