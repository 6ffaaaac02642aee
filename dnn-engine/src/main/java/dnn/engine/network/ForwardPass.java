package dnn.engine.network;

import dnn.api.dataset.Matrix;
import dnn.api.plan.Plan;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;

/** Runs a network forward on items without training it, in batches as large as help. */
public final class ForwardPass {
    private static final int BATCH = 1024;

    /** Of all layers together, no more numbers are kept at a time where one item has fewer. */
    private static final long NUMBERS = 1 << 22;

    private ForwardPass() {}

    /** The number of items that are computed at a time, of this many: of wide networks fewer. */
    public static int batch(Plan plan, int items) {
        return Math.max(1, Math.min(Math.min(BATCH, items), atMost(plan)));
    }

    /** So many items that what all layers give for them stays within bounds, at least 1. */
    public static int atMost(Plan plan) {
        long perItem =
                plan.layers().stream().mapToLong(layer -> layer.output().size()).sum();
        return (int) Math.max(1, NUMBERS / Math.max(1, perItem));
    }

    /** The last layer's outputs, (n_L, m), of features X, (n_0, m). */
    static Matrix of(Network network, Kernels kernels, Matrix features) {
        int capacity = batch(network.plan(), features.columns());
        Workspace workspace = Workspace.forEvaluation(network, kernels, capacity);
        Backend backend = network.backend();
        int rows = network.outputs();
        Matrix outputs = Matrix.zeros(rows, features.columns());
        Buffer batch = backend.allocate(network.inputs() * capacity);
        double[] values = new double[rows * capacity];
        for (int from = 0; from < features.columns(); from += capacity) {
            int count = Math.min(capacity, features.columns() - from);
            Buffer part = batch.view(0, network.inputs() * count);
            backend.write(features.values(), from * network.inputs(), part);
            workspace.set(count, false, 0);
            workspace.predict(part);
            backend.read(workspace.lastOutput(), rows * count, values);
            System.arraycopy(values, 0, outputs.values(), from * rows, rows * count);
        }
        return outputs;
    }
}
