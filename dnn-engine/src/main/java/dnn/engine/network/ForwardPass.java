package dnn.engine.network;

import dnn.api.dataset.Matrix;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;

/** Runs a network forward on items without training it, in batches as large as help. */
public final class ForwardPass {
    private static final int BATCH = 1024;

    private ForwardPass() {}

    /** The number of items that are computed at a time, of this many. */
    public static int batch(int items) {
        return Math.max(1, Math.min(BATCH, items));
    }

    /** The last layer's outputs, (n_L, m), of features X, (n_0, m). */
    static Matrix of(Network network, Kernels kernels, Matrix features) {
        int capacity = batch(features.columns());
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
