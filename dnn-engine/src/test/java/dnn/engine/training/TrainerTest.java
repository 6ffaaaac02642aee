package dnn.engine.training;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.constant;
import static dnn.api.Dsl.cosine;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.f1;
import static dnn.api.Dsl.mse;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.tanh;
import static dnn.api.Dsl.values;
import static dnn.engine.Experiments.classes;
import static dnn.engine.Experiments.classifier;
import static dnn.engine.Experiments.line;
import static dnn.engine.Experiments.lineItems;
import static dnn.engine.Experiments.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Experiment;
import dnn.api.ExperimentBuilder;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.training.GradientClipping;
import dnn.engine.Experiments;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrainerTest {
    // Learning

    @Test
    void exclusiveOrIsLearnt() {
        Experiment experiment = Experiments.of(binaryCrossEntropy(), dense(8, tanh()), dense(1, sigmoid()))
                .optimizer(adam(0.05))
                .epochs(300)
                .batchSize(2)
                .metrics(accuracy(), f1())
                .build();
        TrainingResult result = train(experiment, Experiments.xor());
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.epochs()).hasSize(300);
        assertThat(result.epochOfWeights()).isEqualTo(300);
        assertThat(result.divergence()).isEmpty();
        assertThat(result.firstStepDifference()).isZero();
        Map<String, Double> figures = Evaluation.of(result.network(), experiment, Experiments.xor());
        assertThat(figures.keySet()).containsExactly("loss", "accuracy", "f1");
        assertThat(figures).containsEntry("accuracy", 1.0).containsEntry("f1", 1.0);
        assertThat(figures.get("loss")).isLessThan(0.05);
        assertThat(result.network().predict(Experiments.xor().features()).values()[1])
                .isGreaterThan(0.9);
    }

    // Bits

    @Test
    void theSameExperimentGivesTheSameBits() {
        double[] once =
                Experiments.parameters(train(classifier().build(), classes(13)).network());
        double[] again =
                Experiments.parameters(train(classifier().build(), classes(13)).network());
        assertThat(again).isEqualTo(once);
    }

    @Test
    void anotherSeedGivesOthers() {
        double[] once =
                Experiments.parameters(train(classifier().build(), classes(13)).network());
        double[] other = Experiments.parameters(
                train(classifier().seed(2).build(), classes(13)).network());
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void shufflingChangesBatchesButNotTheEpochsItems() {
        ExperimentBuilder shuffled = line().batchSize(1).epochs(1).optimizer(sgd(1e-9));
        double loss =
                train(shuffled.build(), lineItems()).epochs().get(0).figures().get("train.loss");
        assertThat(loss).isCloseTo((9 + 36) / 2.0, within(1e-6));
        double[] inOrder = Experiments.parameters(
                train(classifier().shuffle(false).build(), classes(13)).network());
        assertThat(inOrder)
                .isNotEqualTo(Experiments.parameters(
                        train(classifier().build(), classes(13)).network()));
    }

    @Test
    void anUnshuffledEpochStepsThroughTheItemsInOrder() {
        // One weight, batches of one: w ← w + 2α·x·(y − wx), worked by hand for α = 0.1.
        Experiment experiment = line().batchSize(1)
                .shuffle(false)
                .optimizer(sgd(0.1))
                .epochs(1)
                .biases(values(0))
                .build();
        double[] parameters =
                Experiments.parameters(train(experiment, lineItems()).network());
        double w = 0.1 * 2 * 3;
        double b = 0.1 * 2 * 3;
        double error = 2 * w + b - 6;
        assertThat(parameters[0]).isCloseTo(w - 0.1 * 2 * error * 2, within(1e-14));
        assertThat(parameters[1]).isCloseTo(b - 0.1 * 2 * error, within(1e-14));
    }

    // Reports

    @Test
    void figuresComeInOrder() {
        Experiment experiment = classifier().metrics(accuracy(), f1()).epochs(2).build();
        List<EpochReport> heard = new ArrayList<>();
        List<TrainingPlan> plans = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void started(TrainingPlan plan) {
                plans.add(plan);
            }

            @Override
            public void stepped(int epoch, int step) {
                steps.add(epoch + "/" + step);
            }

            @Override
            public void epochEnded(EpochReport report) {
                heard.add(report);
            }
        };
        AtomicLong clock = new AtomicLong();
        TrainingResult result = new Trainer(experiment, new CommonsMathBackend(), () -> clock.addAndGet(500_000_000))
                .train(classes(10), classes(5), listener, () -> false);
        assertThat(plans).containsExactly(new TrainingPlan(2, 3, 3 * 8 + 8 + 8 * 6 + 6 + 6 + 1, 10));
        assertThat(steps).containsExactly("1/1", "1/2", "1/3", "2/1", "2/2", "2/3");
        assertThat(heard).isEqualTo(result.epochs());
        assertThat(heard).extracting(EpochReport::epoch).containsExactly(1, 2);
        assertThat(heard).extracting(EpochReport::seconds).containsOnly(0.5);
        assertThat(heard.get(0).figures().keySet())
                .containsExactly(
                        "train.loss",
                        "validation.loss",
                        "train.accuracy",
                        "train.f1",
                        "validation.accuracy",
                        "validation.f1");
        Map<String, Double> again = Evaluation.of(result.network(), experiment, classes(5));
        assertThat(heard.get(1).figures().get("validation.loss")).isEqualTo(again.get("loss"));
        assertThat(heard.get(1).figures().get("validation.accuracy")).isEqualTo(again.get("accuracy"));
    }

    @Test
    void withoutValidationItemsThereAreNoSuchFigures() {
        EpochReport report =
                train(line().metrics().epochs(1).build(), lineItems()).epochs().get(0);
        assertThat(report.figures().keySet()).containsExactly("train.loss");
    }

    @Test
    void trainLossIsTheMeanOverItemsAndNotOverBatches() {
        // 3 items in batches of 2 and 1, at a learning rate that moves nothing that matters.
        Dataset items = new Dataset(new Matrix(1, 3, new double[] {0, 0, 0}), new Matrix(1, 3, new double[] {1, 2, 5}));
        Experiment experiment = line().batchSize(2)
                .optimizer(sgd(1e-12))
                .metrics(mse())
                .epochs(1)
                .build();
        Map<String, Double> figures = train(experiment, items).epochs().get(0).figures();
        assertThat(figures.get("train.loss")).isCloseTo((1 + 4 + 25) / 3.0, within(1e-9));
        assertThat(figures.get("train.mse")).isCloseTo((1 + 4 + 25) / 3.0, within(1e-9));
    }

    @Test
    void lossesAreReportedWithoutPenalties() {
        Experiment experiment = line().weights(constant(1))
                .optimizer(sgd(1e-12))
                .epochs(1)
                .regularization(100, 100)
                .build();
        TrainingResult result = train(experiment, lineItems());
        assertThat(result.epochs().get(0).figures().get("train.loss")).isCloseTo((4 + 16) / 2.0, within(1e-8));
        assertThat(Evaluation.of(result.network(), experiment, lineItems()).get("loss"))
                .isCloseTo((4 + 16) / 2.0, within(1e-6));
    }

    @Test
    void theScheduleSetsTheRateOfEachEpoch() {
        TrainingResult result =
                train(line().optimizer(sgd(0.1)).schedule(cosine()).epochs(4).build(), lineItems());
        assertThat(result.epochs())
                .extracting(EpochReport::learningRate)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : 1)
                .containsExactly(0.1, 0.05 * (1 + Math.sqrt(0.5)), 0.05, 0.05 * (1 - Math.sqrt(0.5)));
    }

    // Penalties and bounds, for one step by hand: the gradient of the data alone is (−15, −9)

    private static double[] afterOneStep(ExperimentBuilder declared) {
        return Experiments.parameters(
                train(declared.optimizer(sgd(1)).epochs(1).build(), lineItems()).network());
    }

    @Test
    void penaltiesPullOnWeightsAndNotOnBiases() {
        double[] free = afterOneStep(line().weights(constant(2)).biases(constant(2)));
        double[] pulled =
                afterOneStep(line().weights(constant(2)).biases(constant(2)).regularization(0.5, 0.25));
        assertThat(free[0] - pulled[0]).isCloseTo(0.5 + 0.25 * 2, within(1e-13));
        assertThat(pulled[1]).isEqualTo(free[1]);
    }

    @Test
    void gradientsAreCutByNorm() {
        assertThat(afterOneStep(line())).containsExactly(15, 9);
        double[] cut = afterOneStep(line().gradientClipping(new GradientClipping.ByNorm(2)));
        double norm = Math.hypot(15, 9);
        assertThat(cut[0]).isCloseTo(15 * 2 / norm, within(1e-14));
        assertThat(cut[1]).isCloseTo(9 * 2 / norm, within(1e-14));
        assertThat(afterOneStep(line().gradientClipping(new GradientClipping.ByNorm(20))))
                .containsExactly(15, 9);
    }

    @Test
    void gradientsAreCutByValue() {
        assertThat(afterOneStep(line().gradientClipping(new GradientClipping.ByValue(10))))
                .containsExactly(10, 9);
    }

    // What cannot be trained

    @Test
    void itemsThatDoNotFitAreRefused() {
        Experiment experiment = classifier().build();
        assertThatThrownBy(() -> train(experiment, Experiments.none(classes(3))))
                .hasMessage("there are no items to learn from");
        Dataset wide = Experiments.items("wide", binaryCrossEntropy(), 3, 2, 4);
        assertThatThrownBy(() -> train(experiment, wide))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the network gives 1 numbers an item, Y has 2");
        Dataset narrow = Experiments.items("narrow", binaryCrossEntropy(), 2, 1, 4);
        assertThatThrownBy(() -> train(experiment, classes(4), narrow))
                .hasMessage("the network reads 3 numbers an item, X has 2");
    }
}
