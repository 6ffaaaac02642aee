package dnn.engine;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.adam;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.constant;
import static dnn.api.Dsl.cosine;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.f1;
import static dnn.api.Dsl.identity;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.mse;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.tanh;
import static dnn.api.Dsl.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Experiment;
import dnn.api.ExperimentBuilder;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.training.EarlyStopping;
import dnn.api.training.GradientClipping;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static TrainingResult train(Experiment experiment, Dataset items, Dataset validation) {
        return new Trainer(experiment, new CommonsMathBackend())
                .train(items, validation, Experiments.QUIET, () -> false);
    }

    private static TrainingResult train(Experiment experiment, Dataset items) {
        return train(experiment, items, Experiments.none(items));
    }

    private static ExperimentBuilder classifier() {
        return Experiments.of(
                        binaryCrossEntropy(),
                        dense(8, tanh()),
                        dropout(0.2),
                        dense("second", 6, relu()),
                        dense(1, sigmoid()))
                .optimizer(adam(0.02))
                .batchSize(4)
                .epochs(5);
    }

    private static Dataset classes(int items) {
        return Experiments.items("classes", binaryCrossEntropy(), 3, 1, items);
    }

    /** y = 3x at the weight w = 0: J = 9·mean x², dJ/dw = −6·mean x². */
    private static ExperimentBuilder line() {
        return Experiments.of(meanSquaredError(), dense(1)).weights(constant(0)).fullBatch();
    }

    private static Dataset lineItems() {
        return new Dataset(new Matrix(1, 2, new double[] {1, 2}), new Matrix(1, 2, new double[] {3, 6}));
    }

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
                train(line().epochs(1).build(), lineItems()).epochs().get(0);
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

    // Early stopping

    /** Overshoots: the validation loss is best after the first epoch and then grows. */
    private static ExperimentBuilder overshooting() {
        return line().optimizer(sgd(0.35)).epochs(50);
    }

    @Test
    void earlyStoppingRestoresTheBestEpoch() {
        Experiment experiment = overshooting()
                .earlyStopping(new EarlyStopping("validation.loss", 3, true))
                .build();
        TrainingResult result = train(experiment, lineItems(), lineItems());
        double best = result.epochs().stream()
                .mapToDouble(report -> report.figures().get("validation.loss"))
                .min()
                .orElseThrow();
        assertThat(result.status()).isEqualTo(Status.STOPPED_EARLY);
        assertThat(result.epochs()).hasSize(result.epochOfWeights() + 3);
        assertThat(result.epochs().get(result.epochOfWeights() - 1).figures().get("validation.loss"))
                .isEqualTo(best);
        assertThat(Evaluation.of(result.network(), experiment, lineItems()).get("loss"))
                .isEqualTo(best);
    }

    @Test
    void withoutRestoringTheLastEpochIsKept() {
        Experiment experiment = overshooting()
                .earlyStopping(new EarlyStopping("validation.loss", 3, false))
                .build();
        TrainingResult result = train(experiment, lineItems(), lineItems());
        assertThat(result.status()).isEqualTo(Status.STOPPED_EARLY);
        assertThat(result.epochOfWeights()).isEqualTo(result.epochs().size());
        assertThat(Evaluation.of(result.network(), experiment, lineItems()).get("loss"))
                .isEqualTo(result.epochs()
                        .get(result.epochs().size() - 1)
                        .figures()
                        .get("validation.loss"));
    }

    @Test
    void theBestEpochIsRestoredWhenEpochsRunOut() {
        Experiment experiment =
                overshooting().epochs(3).earlyStopping("validation.loss", 10).build();
        TrainingResult result = train(experiment, lineItems(), lineItems());
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.epochOfWeights()).isEqualTo(1);
        assertThat(Evaluation.of(result.network(), experiment, lineItems()).get("loss"))
                .isEqualTo(result.epochs().get(0).figures().get("validation.loss"));
    }

    @Test
    void improvementMustBeStrictAndMetricsMayRise() {
        // A learning rate that moves nothing: accuracy stays what it is after epoch 1.
        Experiment experiment = classifier()
                .optimizer(sgd(1e-300))
                .metrics(accuracy())
                .epochs(50)
                .earlyStopping("train.accuracy", 2)
                .build();
        Dataset items = classes(8);
        Experiment steady = Experiments.of(binaryCrossEntropy(), dense(1, sigmoid()))
                .optimizer(sgd(1e-300))
                .metrics(accuracy())
                .epochs(50)
                .earlyStopping("train.accuracy", 2)
                .build();
        TrainingResult result = train(steady, items);
        assertThat(result.status()).isEqualTo(Status.STOPPED_EARLY);
        assertThat(result.epochs()).hasSize(3);
        assertThat(result.epochOfWeights()).isEqualTo(1);
        TrainingResult noisy = train(experiment, items);
        double best = noisy.epochs().stream()
                .mapToDouble(report -> report.figures().get("train.accuracy"))
                .max()
                .orElseThrow();
        assertThat(noisy.epochs().get(noisy.epochOfWeights() - 1).figures().get("train.accuracy"))
                .isEqualTo(best);
    }

    @Test
    void aMonitorThatIsNotReportedEndsNothing() {
        TrainingResult result = train(
                line().optimizer(sgd(0.01))
                        .epochs(7)
                        .earlyStopping("validation.loss", 2)
                        .build(),
                lineItems());
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(result.epochOfWeights()).isEqualTo(7);
    }

    // Divergence

    @Test
    void aLearningRateFarTooLargeEndsTheRun() {
        TrainingResult result = train(line().optimizer(sgd(1e100)).epochs(50).build(), lineItems());
        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        assertThat(Experiments.parameters(result.network())).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(Evaluation.of(result.network(), line().build(), lineItems()).get("loss"))
                .isFinite();
        assertThat(result.divergence().orElseThrow())
                .contains("dense1")
                .contains("epoch 3, step 1")
                .contains("learning rate 1.0E100");
    }

    @Test
    void anUpdateThatOverflowsOnTheLastStepIsNotKept() {
        TrainingResult result = train(line().optimizer(sgd(1e308)).epochs(1).build(), lineItems());
        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        assertThat(Experiments.parameters(result.network())).containsExactly(0, 0);
        assertThat(result.divergence().orElseThrow())
                .startsWith("the weights of layer `dense1` are no longer finite in epoch 1, step 1");
        assertThat(result.epochs()).isEmpty();
        assertThat(result.epochOfWeights()).isZero();
    }

    @Test
    void featuresThatAreNotNumbersAreNamed() {
        Dataset items = classes(12);
        items.features().set(1, 9, Double.NaN);
        Experiment experiment = classifier().shuffle(false).build();
        TrainingResult result = train(experiment, items);
        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        assertThat(result.divergence().orElseThrow())
                .startsWith("the features X that reach layer `dense1` are no longer finite in epoch 1, step 3");
        // The two good steps before are kept.
        Dataset good = new Dataset(
                new Matrix(3, 8, Arrays.copyOf(items.features().values(), 24)),
                new Matrix(1, 8, Arrays.copyOf(items.targets().values(), 8)));
        double[] expected = Experiments.parameters(
                train(classifier().shuffle(false).epochs(1).build(), good).network());
        assertThat(Experiments.parameters(result.network())).isEqualTo(expected);
    }

    @Test
    void theFirstLayerWhoseOutputsAreNotFiniteIsNamed() {
        Experiment experiment = Experiments.of(meanSquaredError(), dense(1), dense("second", 1, identity()))
                .weights(constant(1e200))
                .build();
        TrainingResult result = train(experiment, lineItems());
        assertThat(result.divergence().orElseThrow())
                .startsWith("the outputs of layer `second` are no longer finite in epoch 1, step 1");
        assertThat(Experiments.parameters(result.network())).containsExactly(1e200, 0, 1e200, 0);
    }

    @Test
    void aGradientThatIsNotFiniteIsNamed() {
        CommonsMathBackend faulty = new CommonsMathBackend() {
            @Override
            public void biasGradient(
                    Buffer gradient, Buffer biasGradient, int units, int items, double scale, boolean accumulate) {
                super.biasGradient(
                        gradient,
                        biasGradient,
                        units,
                        items,
                        units == 6 ? Double.POSITIVE_INFINITY : scale,
                        accumulate);
            }
        };
        TrainingResult result = new Trainer(classifier().build(), faulty)
                .train(classes(12), Experiments.none(classes(12)), Experiments.QUIET, () -> false);
        assertThat(result.divergence().orElseThrow())
                .startsWith("the gradients of the biases of layer `second` are no longer finite in epoch 1, step 1");
    }

    @Test
    void aValidationLossThatIsNotFiniteEndsTheRun() {
        Dataset validation = lineItems();
        validation.features().set(0, 0, Double.NaN);
        TrainingResult result = train(line().epochs(3).build(), lineItems(), validation);
        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        assertThat(result.divergence().orElseThrow())
                .contains("validation loss")
                .contains("epoch 1");
    }

    // Interruption

    @Test
    void aStopEndsTheRunBetweenSteps() {
        AtomicInteger polls = new AtomicInteger();
        TrainingResult result = new Trainer(classifier().build(), new CommonsMathBackend())
                .train(
                        classes(12),
                        Experiments.none(classes(12)),
                        Experiments.QUIET,
                        () -> polls.incrementAndGet() > 4);
        assertThat(result.status()).isEqualTo(Status.INTERRUPTED);
        assertThat(polls).hasValue(5);
        assertThat(result.epochs()).hasSize(1);
        assertThat(result.epochOfWeights()).isEqualTo(1);
        double[] initial =
                Experiments.parameters(Network.initialized(classifier().build(), 3, new CommonsMathBackend()));
        assertThat(Experiments.parameters(result.network())).isNotEqualTo(initial);
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
