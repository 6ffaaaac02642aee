package dnn.engine.evaluation;

import dnn.api.Training;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.metric.Figures;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The metrics of an experiment, gathered over batches on a backend. */
public final class GatheredFigures {
    private static final String NAME = "figures.";

    private final Figures figures;
    private final int rows;
    private final double[] outputs;
    private final double[] targets;

    /** For batches of up to {@code capacity} items. */
    public GatheredFigures(Training training, Network network, int capacity) {
        this.rows = network.outputs();
        this.figures =
                new Figures(training.metricsFor(rows), network.meaning(), Evaluation.hasSeveralLabels(training, rows));
        int size = figures.isEmpty() ? 0 : Math.multiplyExact(rows, capacity);
        this.outputs = new double[size];
        this.targets = new double[size];
    }

    public void clear() {
        figures.clear();
    }

    /** Takes in a batch: outputs of the last layer, and the items they were computed for. */
    public void add(Backend backend, Buffer lastOutput, Items items, int from, int count) {
        if (figures.isEmpty()) {
            return;
        }
        backend.read(lastOutput, rows * count, outputs);
        items.readTargets(from, count, targets);
        Evaluation.toOwnUnits(items.units(), outputs, count);
        Evaluation.toOwnUnits(items.units(), targets, count);
        figures.add(outputs, targets, rows, count);
    }

    /** Puts the sums so far among the numbers of a state. */
    public void save(Map<String, double[]> numbers) {
        figures.state().forEach((name, values) -> numbers.put(NAME + name, values));
    }

    /** Takes sums back that were saved, by their names. */
    public void restore(Function<String, double[]> numbers) {
        figures.restore(name -> numbers.apply(NAME + name));
    }

    /** {@code loss} and the metrics by their written names, in the order of the experiment. */
    public Map<String, Double> values(double loss) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", loss);
        values.putAll(figures.values());
        return values;
    }
}
