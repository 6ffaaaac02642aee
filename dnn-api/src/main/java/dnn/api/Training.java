package dnn.api;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Required;
import dnn.api.loss.Loss;
import dnn.api.loss.MeanSquaredError;
import dnn.api.loss.TargetKind;
import dnn.api.metric.Accuracy;
import dnn.api.metric.F1;
import dnn.api.metric.MeanAbsoluteError;
import dnn.api.metric.Metric;
import dnn.api.metric.RSquared;
import dnn.api.optimizer.Adam;
import dnn.api.optimizer.Optimizer;
import dnn.api.schedule.Constant;
import dnn.api.schedule.Schedule;
import dnn.api.training.BatchSize;
import dnn.api.training.Checkpoints;
import dnn.api.training.ClassWeights;
import dnn.api.training.CrossValidation;
import dnn.api.training.EarlyStopping;
import dnn.api.training.GradientClipping;
import dnn.api.training.Regularization;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Optional;

/**
 * The training of the network: loss, optimizer, epochs and all that goes with them.
 *
 * @param loss what training makes small
 * @param optimizer how gradients move parameters
 * @param schedule how the learning rate changes
 * @param warmup epochs in which the learning rate rises to where the schedule begins
 * @param epochs passes over the training split
 * @param batchSize items of a step
 * @param shuffle whether items are put in a new order every epoch
 * @param regularization penalties on weights
 * @param gradientClipping a bound on gradients
 * @param earlyStopping when to end before the last epoch
 * @param metrics figures reported beside the loss; by default those of {@link #metricsFor}
 * @param classWeights how much the items of each class count
 * @param crossValidation folds to judge the experiment on
 * @param checkpoints what is left behind to go on from
 */
@Describe("How the network is trained.")
public record Training(
        @Required @Describe("What training makes small.") @Valid
        Loss loss,

        @Describe("How gradients move parameters.") @Valid Optimizer optimizer,

        @Describe("How the learning rate changes from epoch to epoch.") @Valid
        Schedule schedule,

        @Describe("Epochs in which the learning rate rises in equal steps to where the schedule begins, which has the "
                + "others.")
        @PositiveOrZero(message = "it is a count")
        int warmup,

        @Describe("Passes over the training split.") @Positive(message = "without a pass nothing is learnt")
        int epochs,

        @Describe("Items of one step: a number, or `full`.") @Valid
        BatchSize batchSize,

        @Describe("Put the items in a new order every epoch.")
        boolean shuffle,

        @Describe("Penalties on the size of weights; biases are excluded.") @Valid
        Regularization regularization,

        @Describe("A bound on gradients.") Optional<@Valid GradientClipping> gradientClipping,
        @Describe("When to end before the last epoch.") Optional<@Valid EarlyStopping> earlyStopping,

        @Describe("Figures reported beside the loss; default: accuracy for classes, with f1 where an item may have "
                + "several; mae and r2 for numbers; `[]`: none.")
        Optional<List<Metric>> metrics,

        @Describe("How much the items of each class count: `balanced`, or `weights` by class.")
        Optional<@Valid ClassWeights> classWeights,

        @Describe("Folds to judge the experiment on.") Optional<@Valid CrossValidation> crossValidation,

        @Describe("What training saves on its way, so that `dnn resume` can go on after it was cut off.") @Valid
        Checkpoints checkpoints) {

    public Training {
        metrics = metrics.map(List::copyOf);
    }

    /** Adam, 100 epochs, batches of 32, shuffled; the loss is required. */
    public static Training defaults() {
        return new Training(
                new MeanSquaredError(),
                Adam.defaults(),
                new Constant(),
                0,
                100,
                new BatchSize.Items(32),
                true,
                Regularization.defaults(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Checkpoints.Regular.defaults());
    }

    /** A copy with the metrics in force for so many outputs written out. */
    Training resolved(int outputs) {
        return new Training(
                loss,
                optimizer,
                schedule,
                warmup,
                epochs,
                batchSize,
                shuffle,
                regularization,
                gradientClipping,
                earlyStopping,
                Optional.of(metricsFor(outputs)),
                classWeights,
                crossValidation,
                checkpoints);
    }

    /**
     * The metrics in force: those declared, which may be none, else what is customary for the loss.
     *
     * @param outputs n_L: several outputs of a binary loss are labels that an item may have together
     */
    public List<Metric> metricsFor(int outputs) {
        if (metrics.isPresent()) {
            return metrics.get();
        } else if (loss.targetKind() == TargetKind.NUMBERS) {
            return List.of(new MeanAbsoluteError(), new RSquared());
        }
        return outputs > 1 && loss.isBinary() ? List.of(new Accuracy(), new F1()) : List.of(new Accuracy());
    }
}
