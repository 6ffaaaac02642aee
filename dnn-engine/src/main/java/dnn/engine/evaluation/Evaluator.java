package dnn.engine.evaluation;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.network.ForwardPass;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import dnn.engine.network.Workspace;
import java.util.Map;

/** Runs a network on items without training it, in batches as large as help. */
public final class Evaluator {
    private final Network network;
    private final int capacity;
    private final Workspace workspace;

    /** For up to this many items at a time, or as many as are sensible. */
    public Evaluator(Network network, Kernels kernels, int items) {
        this.network = network;
        this.capacity = ForwardPass.batch(network.plan(), items);
        this.workspace = Workspace.forEvaluation(network, kernels, capacity);
    }

    /** The experiment's metrics, for batches of this evaluator. */
    public GatheredFigures figures(Experiment experiment) {
        return new GatheredFigures(experiment.training(), network, capacity);
    }

    /** The mean loss and the metrics of these items; nothing without items. */
    public Map<String, Double> evaluate(Items items, GatheredFigures figures) {
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
