package dnn.engine.training;

import dnn.api.dataset.Dataset;
import dnn.engine.network.ParameterTensor;
import java.util.List;

/**
 * The step in which numbers stopped being finite, with all that is needed to do it again. Immutable and thread-safe as
 * long as nobody writes into its arrays.
 *
 * @param first the first number that was not finite
 * @param inTraining whether it was a step of training; else items of the validation split were evaluated
 * @param epoch from 1
 * @param step of the epoch, from 1
 * @param stepsBefore steps of the run before this one
 * @param learningRate α of the step
 * @param items of the split that the batch was made of, from 0
 * @param batch their X, Y and weights
 * @param parameters before the step
 */
public record DivergedStep(
        NotFinite first,
        boolean inTraining,
        int epoch,
        int step,
        long stepsBefore,
        double learningRate,
        int[] items,
        Dataset batch,
        List<ParameterTensor> parameters) {
    public DivergedStep {
        parameters = List.copyOf(parameters);
    }
}
