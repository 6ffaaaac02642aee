package dnn.engine.training;

import dnn.engine.network.Network;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a training run. Immutable, but for the parameters of its network, which see.
 *
 * @param status how it ended
 * @param network with the weights that are kept
 * @param epochs a report for each epoch that was completed
 * @param epochOfWeights the epoch after which the weights were as they are kept, 0 for the initial ones; where the run
 *     ended within an epoch, the last one before
 * @param divergence where numbers were no longer finite: layer, quantity, epoch and step
 * @param divergedStep the step in which that was, to be done again
 * @param firstStepDifference the greatest relative difference of the first step's loss and gradients from the reference
 *     backend's; 0 on the reference itself
 */
public record TrainingResult(
        Status status,
        Network network,
        List<EpochReport> epochs,
        int epochOfWeights,
        Optional<String> divergence,
        Optional<DivergedStep> divergedStep,
        double firstStepDifference) {
    public TrainingResult {
        epochs = List.copyOf(epochs);
    }
}
