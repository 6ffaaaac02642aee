package dnn.engine.metric;

import dnn.api.grammar.Names;
import dnn.api.metric.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several metrics of the same items, which are kept once for all of them. For one thread at a time. */
public final class Figures {
    private final Scored items;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private boolean keepsItems;

    /**
     * Of these metrics.
     *
     * @param severalLabels whether an item may have several labels together: each figure is then the mean of each label's
     */
    public Figures(List<Metric> metrics, Meaning meaning, boolean severalLabels) {
        items = new Scored(meaning);
        for (Metric metric : metrics) {
            figures.computeIfAbsent(
                    Names.of(metric.getClass()),
                    name -> severalLabels
                            ? Metrics.figure(metric, meaning, true)
                            : Metrics.registry(meaning, this::shared).make(metric));
        }
    }

    private Figure shared(Collected.OfItems figure) {
        keepsItems = true;
        return new Shared(items, figure);
    }

    /** A figure of the items that all share. */
    private record Shared(Scored items, Collected.OfItems figure) implements Figure {
        @Override
        public void clear() {}

        @Override
        public void add(double[] outputs, double[] targets, int rows, int count) {}

        @Override
        public double value() {
            return items.items() == 0 ? Double.NaN : figure.of(items);
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return figures.isEmpty();
    }

    /** Forgets all items. */
    public void clear() {
        items.clear();
        figures.values().forEach(Figure::clear);
    }

    /** Takes in a batch; see {@link Figure#add}. */
    public void add(double[] outputs, double[] targets, int rows, int count) {
        figures.values().forEach(figure -> figure.add(outputs, targets, rows, count));
        if (keepsItems) {
            items.add(outputs, targets, rows, count);
        }
    }

    /** The figures by their written names, in the order of the metrics. */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        figures.forEach((name, figure) -> values.put(name, figure.value()));
        return values;
    }
}
