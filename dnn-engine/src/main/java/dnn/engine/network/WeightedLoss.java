package dnn.engine.network;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;

/**
 * Item weights at work: each item's gradient is w_i times that of its loss, so that training makes (1/m) Σ_i w_i·J_i
 * small. The losses themselves are summed as they are, every item once, as they are for items that are only evaluated.
 */
final class WeightedLoss {
    private final Kernels kernels;
    private final Buffer[] gradients;

    /** For items whose gradients are the columns of this buffer, {@code rows} numbers each. */
    WeightedLoss(Kernels kernels, Buffer gradient, int rows) {
        this.kernels = kernels;
        this.gradients = new Buffer[gradient.length() / rows];
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = gradient.view(i * rows, rows);
        }
    }

    /** Multiplies the gradients that a loss has just written. */
    void apply(double[] weights, int items) {
        for (int i = 0; i < items; i++) {
            kernels.scale(weights[i], gradients[i]);
        }
    }
}
