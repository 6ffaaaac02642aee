package dnn.engine;

import dnn.api.Training;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.metric.Figures;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metrics of an experiment, gathered over batches on a backend. */
final class GatheredFigures {
    private static final String NAME = "figures.";

    private final Figures figures;
    private final int rows;
    private final double[] outputs;
    private final double[] targets;

    /** For batches of up to {@code capacity} items. */
    GatheredFigures(Training training, Network network, int capacity) {
        this.rows = network.outputs();
        this.figures = new Figures(training.metrics(), network.meaning(), Evaluation.hasSeveralLabels(training, rows));
        int size = figures.isEmpty() ? 0 : Math.multiplyExact(rows, capacity);
        this.outputs = new double[size];
        this.targets = new double[size];
    }

    void clear() {
        figures.clear();
    }

    /** Takes in a batch: outputs of the last layer, and the items they were computed for. */
    void add(Backend backend, Buffer lastOutput, Items items, int from, int count) {
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
    void save(Map<String, double[]> numbers) {
        figures.state().forEach((name, values) -> numbers.put(NAME + name, values));
    }

    void restore(TrainingState state) {
        figures.restore(name -> state.numbers(NAME + name));
    }

    /** {@code loss} and the metrics by their written names, in the order of the experiment. */
    Map<String, Double> values(double loss) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", loss);
        values.putAll(figures.values());
        return values;
    }
}
