package dnn.engine;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import java.util.Map;

/** Runs a network on items without training it, in batches as large as help. */
final class Evaluator {
    private static final int BATCH = 1024;

    private final Network network;
    private final int capacity;
    private final Workspace workspace;

    /** For up to this many items at a time, or as many as are sensible. */
    Evaluator(Network network, Kernels kernels, int items) {
        this.network = network;
        this.capacity = Math.max(1, Math.min(BATCH, items));
        this.workspace = Workspace.forEvaluation(network, kernels, capacity);
    }

    /** The experiment's metrics, for batches of this evaluator. */
    GatheredFigures figures(Experiment experiment) {
        return new GatheredFigures(experiment.training(), network, capacity);
    }

    Matrix predict(Matrix features) {
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

    /** The mean loss and the metrics of these items; nothing without items. */
    Map<String, Double> evaluate(Items items, GatheredFigures figures) {
        Backend backend = network.backend();
        figures.clear();
        backend.clear(workspace.sums());
        for (int from = 0; from < items.count(); from += capacity) {
            int count = Math.min(capacity, items.count() - from);
            Buffer features = items.features(from, count);
            workspace.set(count, false, 0);
            workspace.evaluate(features, items.targets(from, count));
            figures.add(backend, workspace.lastOutput(), items, from, count);
        }
        return figures.values(backend.read(workspace.sums(), 0) / items.count());
    }

    static Map<String, Double> evaluate(Network network, Experiment experiment, Dataset data) {
        if (data.items() == 0) {
            return Map.of();
        }
        network.checkItems(data);
        return network.reading(kernels -> {
            Evaluator evaluator = new Evaluator(network, kernels, data.items());
            return evaluator.evaluate(new Items(network.backend(), data), evaluator.figures(experiment));
        });
    }
}
