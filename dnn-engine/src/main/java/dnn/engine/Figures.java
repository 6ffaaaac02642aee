package dnn.engine;

import dnn.api.Training;
import dnn.api.grammar.Names;
import dnn.api.metric.Metric;
import dnn.engine.backend.Buffer;
import dnn.engine.metric.Figure;
import dnn.engine.metric.Metrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of an experiment, gathered over batches. */
final class Figures {
    private final String[] names;
    private final Figure[] figures;
    private final int rows;
    private final double[] outputs;
    private final double[] targets;

    /** For outputs of {@code rows} numbers an item and batches of up to {@code capacity} items. */
    Figures(Training training, int rows, int capacity) {
        List<Metric> metrics = training.metrics();
        boolean severalLabels = Evaluation.hasSeveralLabels(training, rows);
        this.rows = rows;
        this.names = metrics.stream().map(metric -> Names.of(metric.getClass())).toArray(String[]::new);
        this.figures = metrics.stream()
                .map(metric -> Metrics.figure(metric, severalLabels))
                .toArray(Figure[]::new);
        int size = metrics.isEmpty() ? 0 : Math.multiplyExact(rows, capacity);
        this.outputs = new double[size];
        this.targets = new double[size];
    }

    void clear() {
        for (Figure figure : figures) {
            figure.clear();
        }
    }

    /** Takes in a batch: A[L], and the items it was computed for. */
    void add(Backend backend, Buffer probabilities, Items items, int from, int count) {
        if (figures.length == 0) {
            return;
        }
        backend.read(probabilities, rows * count, outputs);
        items.readTargets(from, count, targets);
        Evaluation.toOwnUnits(items.units(), outputs, count);
        Evaluation.toOwnUnits(items.units(), targets, count);
        for (Figure figure : figures) {
            figure.add(outputs, targets, rows, count);
        }
    }

    /** {@code loss} and the metrics by their written names, in the order of the experiment. */
    Map<String, Double> values(double loss) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", loss);
        for (int i = 0; i < figures.length; i++) {
            values.put(names[i], figures[i].value());
        }
        return values;
    }
}
