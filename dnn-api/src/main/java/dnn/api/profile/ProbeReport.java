package dnn.api.profile;

import java.util.List;

/**
 * The outcome of one batch, forward and backward, with one step of the optimizer and without training. Losses are means
 * over the batch, without penalties and dropout.
 *
 * @param items m, items of the batch
 * @param lossBefore J with the initial parameters
 * @param chanceLoss J of the best constant prediction for evenly distributed classes, ln k; for numeric targets that of
 *     their mean or median
 * @param learningRate α of the step
 * @param gradientsFinite whether loss and gradients of the step are finite; if not, no step was made
 * @param lossAfter J of the same items after the step
 * @param lossAfterTenth J of the same items after a step with a tenth of the learning rate instead
 * @param layers the layers whose units can be dead, in their order
 */
public record ProbeReport(
        int items,
        double lossBefore,
        double chanceLoss,
        double learningRate,
        boolean gradientsFinite,
        double lossAfter,
        double lossAfterTenth,
        List<Rectified> layers) {

    public ProbeReport {
        layers = List.copyOf(layers);
    }

    /**
     * A layer with a rectifier.
     *
     * @param index of the layer in the plan, from 0
     * @param name its name in force
     * @param units its units
     * @param dead units that are 0 for every item of the batch, so that no gradient passes them
     */
    public record Rectified(int index, String name, int units, int dead) {}
}
