package dnn.engine;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Scalars;
import java.util.IdentityHashMap;

/**
 * A loss in which items count differently, (1/m) Σ_i w_i·J_i, made of the loss of single items; slower than the loss of a batch. What it needs is planned on first
 * use.
 */
final class WeightedLoss {
    private final Network network;
    private final Kernels kernels;
    private final int rows;
    private final Buffer[] outputs;
    private final Buffer[] probabilities;
    private final Buffer[] gradients;
    private final IdentityHashMap<Buffer, Buffer[]> targetsOf = new IdentityHashMap<>();
    private final Scalars losses;
    private final Buffer weighted;
    private final Buffer nothing;
    private final double[] host;

    /** For batches as large as these buffers hold: Z[L] or A[L], A[L], and the gradient. */
    WeightedLoss(Network network, Kernels kernels, Buffer outputs, Buffer probabilities, Buffer gradient) {
        this.network = network;
        this.kernels = kernels;
        this.rows = network.outputs();
        int capacity = gradient.length() / rows;
        this.outputs = items(outputs, capacity);
        this.probabilities = items(probabilities, capacity);
        this.gradients = items(gradient, capacity);
        this.losses = kernels.allocateScalars(capacity);
        this.weighted = kernels.allocate(capacity);
        this.nothing = kernels.allocate(capacity);
        this.host = new double[capacity];
        kernels.write(new double[capacity], 0, nothing);
    }

    private Buffer[] items(Buffer all, int count) {
        Buffer[] views = new Buffer[count];
        for (int i = 0; i < count; i++) {
            views[i] = all.view(i * rows, rows);
        }
        return views;
    }

    /** Adds Σ_i w_i·J_i to scalar 0 of {@code sums} and writes w_i times each item's gradient. */
    void add(Buffer targets, double[] weights, int items, Scalars sums) {
        Buffer[] ofItems = targetsOf.computeIfAbsent(targets, all -> items(all, all.length() / rows));
        kernels.clear(losses);
        for (int i = 0; i < items; i++) {
            network.loss()
                    .evaluate(kernels, outputs[i], ofItems[i], probabilities[i], gradients[i], rows, 1, losses, i);
            kernels.scale(weights[i], gradients[i]);
            host[i] = weights[i] * kernels.read(losses, i);
        }
        kernels.write(host, 0, weighted);
        // Losses and weights are not negative, so their absolute error from 0 is themselves.
        kernels.addAbsoluteError(weighted, nothing, 1, items, sums, 0);
    }
}
