package dnn.engine.training;

import static dnn.api.Dsl.accuracy;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.engine.Experiments.classes;
import static dnn.engine.Experiments.classifier;
import static dnn.engine.Experiments.line;
import static dnn.engine.Experiments.lineItems;
import static dnn.engine.Experiments.train;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Experiment;
import dnn.api.ExperimentBuilder;
import dnn.api.dataset.Dataset;
import dnn.api.training.EarlyStopping;
import dnn.engine.Experiments;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.network.Network;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How a run ends before its last epoch: early stopping and interruption. */
class EndOfTrainingTest {
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

    @Test
    void patienceThatEndsWithTheLastEpochIsACompletedRun() {
        Experiment experiment =
                overshooting().epochs(4).earlyStopping("validation.loss", 3).build();
        assertThat(train(experiment, lineItems(), lineItems()).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void anInterruptedRunKeepsItsBestEpochToo() {
        Experiment experiment =
                overshooting().earlyStopping("validation.loss", 30).build();
        AtomicInteger polls = new AtomicInteger();
        TrainingResult result = new Trainer(experiment, new CommonsMathBackend())
                .train(lineItems(), lineItems(), Experiments.QUIET, () -> polls.incrementAndGet() > 4);
        assertThat(result.status()).isEqualTo(Status.INTERRUPTED);
        assertThat(result.epochs()).hasSize(4);
        assertThat(result.epochOfWeights()).isEqualTo(1);
        assertThat(Evaluation.of(result.network(), experiment, lineItems()).get("loss"))
                .isEqualTo(result.epochs().get(0).figures().get("validation.loss"));
    }
}
