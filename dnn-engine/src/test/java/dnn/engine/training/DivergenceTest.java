package dnn.engine.training;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.constant;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.identity;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.engine.Experiments.classes;
import static dnn.engine.Experiments.classifier;
import static dnn.engine.Experiments.line;
import static dnn.engine.Experiments.lineItems;
import static dnn.engine.Experiments.train;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.engine.Experiments;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Scalars;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.evaluation.Evaluation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A loss, gradient or parameter that is no longer finite ends the run, and the last good weights are kept. */
class DivergenceTest {
    // Divergence

    @Test
    void aLearningRateFarTooLargeEndsTheRun() {
        TrainingResult result = train(line().optimizer(sgd(1e100)).epochs(50).build(), lineItems());
        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        System.out.println(result.divergence() + " " + Arrays.toString(Experiments.parameters(result.network())));
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

    @Test
    void theStepIsKeptAndCanBeDoneAgain() {
        Dataset items = classes(12);
        items.features().set(1, 9, 1e308);
        Experiment experiment = Experiments.of(binaryCrossEntropy(), dense(8, relu()), dense(1, sigmoid()))
                .weights(constant(1e10))
                .batchSize(4)
                .build();
        DivergedStep step = train(experiment, items).divergedStep().orElseThrow();
        assertThat(step.first().quantity()).isEqualTo(NotFinite.Quantity.OUTPUTS);
        int item = step.first().item().orElseThrow();
        assertThat(step.items()[item]).isEqualTo(9);
        assertThat(step.batch().features().get(1, item)).isEqualTo(1e308);
        StepTrace again = StepTrace.of(experiment, new CommonsMathBackend(), step);
        assertThat(again.first()).contains(step.first());
        assertThat(again.features()).isEqualTo(new Extreme(1e308, 1, item, 0));
        assertThat(again.layers().get(0).z().orElseThrow().isFinite()).isFalse();
    }

    @Test
    void theStepWhoseUpdateOverflowedIsKeptWithTheParametersBefore() {
        DivergedStep step = train(line().optimizer(sgd(1e308)).epochs(1).build(), lineItems())
                .divergedStep()
                .orElseThrow();
        assertThat(step.first().quantity()).isEqualTo(NotFinite.Quantity.PARAMETERS);
        assertThat(step.first().role()).isEqualTo("weights");
        assertThat(step.step()).isEqualTo(1);
        assertThat(step.parameters())
                .allSatisfy(tensor -> assertThat(tensor.values()).containsExactly(0));
        StepTrace again = StepTrace.of(line().build(), new CommonsMathBackend(), step);
        assertThat(again.first()).isEmpty();
        assertThat(again.layers()
                        .get(0)
                        .tensors()
                        .get(0)
                        .gradient()
                        .orElseThrow()
                        .value())
                .isNegative();
    }

    @Test
    void theValidationItemWhoseLossIsNotFiniteIsKept() {
        Dataset validation = lineItems();
        validation.features().set(0, 1, Double.NaN);
        DivergedStep step = train(line().epochs(3).build(), lineItems(), validation)
                .divergedStep()
                .orElseThrow();
        assertThat(step.inTraining()).isFalse();
        assertThat(step.first().item()).hasValue(1);
    }

    /** A bias of −∞ before relu shows in no output: weights that are not finite must not be kept for that. */
    @Test
    void weightsThatAreNotFiniteAreNeverKept() {
        CommonsMathBackend faulty = new CommonsMathBackend() {
            @Override
            public void sgdStep(
                    Buffer parameters, Buffer previous, Buffer gradients, double learningRate, Scalars guard) {
                super.sgdStep(parameters, previous, gradients, learningRate, guard);
                write(new double[] {Double.NEGATIVE_INFINITY}, 0, parameters.view(1, 1));
            }
        };
        Experiment experiment = Experiments.of(meanSquaredError(), dense(1, relu()), dense("second", 1, identity()))
                .optimizer(sgd(0.01))
                .batchSize(1)
                .epochs(2)
                .build();
        Dataset items = new Dataset(Matrix.zeros(1, 3), Matrix.zeros(1, 3));
        items.features().set(0, 0, 1);
        TrainingResult result =
                new Trainer(experiment, faulty).train(items, Experiments.none(items), Experiments.QUIET, () -> false);
        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        assertThat(result.epochOfWeights()).isZero();
        assertThat(Arrays.stream(Experiments.parameters(result.network())).allMatch(Double::isFinite))
                .isTrue();
    }
}
