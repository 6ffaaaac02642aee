package dnn.api.training;

import dnn.api.grammar.Describe;
import jakarta.validation.constraints.Positive;

/**
 * Ends training when a figure has not improved for a while.
 *
 * @param monitor {@code train.loss}, {@code validation.loss} or a metric of either, such as {@code validation.accuracy}
 * @param patience epochs without improvement after which training ends
 * @param restoreBest whether the weights of the best epoch are kept rather than the last
 */
@Describe("Ends training when a figure has not improved for a while.")
public record EarlyStopping(
        @Describe("The figure watched: train or validation, a dot, loss or one of the metrics.")
        String monitor,

        @Describe("Epochs without improvement after which training ends.")
        @Positive(message = "training would end before it could improve")
        int patience,

        @Describe("Keep the weights of the best epoch rather than the last.")
        boolean restoreBest) {

    /** Validation loss, 20 epochs, best weights kept. */
    public static EarlyStopping defaults() {
        return new EarlyStopping("validation.loss", 20, true);
    }

    /** A copy that keeps the weights of the best epoch, or of the last. */
    public EarlyStopping restoreBest(boolean best) {
        return new EarlyStopping(monitor, patience, best);
    }
}
