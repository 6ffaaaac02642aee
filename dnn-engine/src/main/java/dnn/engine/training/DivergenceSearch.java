package dnn.engine.training;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.engine.network.Network;
import dnn.engine.network.ParameterTensor;
import dnn.engine.training.NotFinite.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the step in which numbers stopped being finite, and the first of them. */
final class DivergenceSearch {
    private final Experiment experiment;
    private final Network network;
    private final Dataset train;
    private final Dataset validation;

    DivergenceSearch(Experiment experiment, Network network, Dataset train, Dataset validation) {
        this.experiment = experiment;
        this.network = network;
        this.train = train;
        this.validation = validation;
    }

    /**
     * The step whose loss or gradients were refused.
     *
     * @param parameters before it
     */
    DivergedStep step(int epoch, int step, long stepsBefore, double rate, List<ParameterTensor> parameters) {
        int[] items = StepItems.of(experiment, train.items(), epoch, step);
        Dataset batch = StepItems.batch(train, items);
        NotFinite first = StepTrace.of(experiment, network.backend(), parameters, batch, stepsBefore, true)
                .first()
                .orElseGet(() -> NotFinite.ofSum(Double.POSITIVE_INFINITY));
        return new DivergedStep(first, true, epoch, step, stepsBefore, rate, items, batch, parameters);
    }

    /**
     * The step whose update left parameters that are not finite.
     *
     * @param before it
     * @param after it
     */
    DivergedStep update(
            int epoch,
            int step,
            long stepsBefore,
            double rate,
            List<ParameterTensor> before,
            List<ParameterTensor> after) {
        int[] items = StepItems.of(experiment, train.items(), epoch, step);
        return new DivergedStep(
                notFinite(after), true, epoch, step, stepsBefore, rate, items, StepItems.batch(train, items), before);
    }

    static boolean isFinite(List<ParameterTensor> tensors) {
        return tensors.stream()
                .allMatch(tensor -> Arrays.stream(tensor.values()).allMatch(Double::isFinite));
    }

    private static NotFinite notFinite(List<ParameterTensor> tensors) {
        for (ParameterTensor tensor : tensors) {
            Extreme extreme = Extreme.ofTensor(tensor.values(), Math.max(1, tensor.columns()));
            if (!extreme.isFinite()) {
                return NotFinite.ofTensor(Quantity.PARAMETERS, tensor.layer(), tensor.role(), extreme);
            }
        }
        throw new IllegalArgumentException("all parameters are finite");
    }

    /** The first batch of the validation split whose loss is not finite. */
    DivergedStep validation(int epoch, int step, long stepsBefore, double rate) {
        List<ParameterTensor> parameters = network.parameters();
        int size = experiment.training().batchSize().of(train.items());
        int[] items = {};
        for (int from = 0; from < validation.items(); from += size) {
            items = IntStream.range(from, Math.min(validation.items(), from + size))
                    .toArray();
            Dataset batch = StepItems.batch(validation, items);
            StepTrace trace = StepTrace.of(experiment, network.backend(), parameters, batch, stepsBefore, false);
            if (trace.first().isPresent()) {
                return new DivergedStep(
                        trace.first().get(), false, epoch, step, stepsBefore, rate, items, batch, parameters);
            }
        }
        return new DivergedStep(
                NotFinite.ofSum(Double.POSITIVE_INFINITY),
                false,
                epoch,
                step,
                stepsBefore,
                rate,
                items,
                StepItems.batch(validation, items),
                parameters);
    }
}
