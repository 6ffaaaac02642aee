package dnn.engine.metric;

import dnn.api.grammar.Names;
import dnn.api.metric.Metric;
import dnn.engine.registry.Registry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Several metrics of the same items, which are kept once for all of them. For one thread at a time. */
public final class Figures {
    private static final String ITEMS = "items";

    private final Scored items;
    private final String[] names;
    private final Figure[] figures;
    private final boolean[] hasUnit;
    private boolean keepsItems;

    /**
     * Of these metrics.
     *
     * @param severalLabels whether an item may have several labels together: each figure is then the mean of each
     *     label's
     */
    public Figures(List<Metric> metrics, Meaning meaning, boolean severalLabels) {
        items = new Scored(meaning);
        Map<String, Figure> found = new LinkedHashMap<>();
        Registry<Metric, Figure> registry = Metrics.registry(meaning, this::shared);
        for (Metric metric : metrics) {
            found.computeIfAbsent(
                    Names.of(metric.getClass()),
                    name -> severalLabels ? Metrics.figure(metric, meaning, true) : registry.make(metric));
        }
        hasUnit = new boolean[found.size()];
        names = found.keySet().toArray(String[]::new);
        figures = found.values().toArray(Figure[]::new);
        for (Metric metric : metrics) {
            hasUnit[List.copyOf(found.keySet()).indexOf(Names.of(metric.getClass()))] = metric.hasUnit();
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

        /** None of its own: the items are kept once for all. */
        @Override
        public double[] state() {
            return new double[0];
        }

        @Override
        public void restore(double[] state) {}

        @Override
        public double value() {
            return items.items() == 0 ? Double.NaN : figure.of(items);
        }

        @Override
        public Optional<Interval> interval(double confidence) {
            return figure.interval(items, confidence);
        }
    }

    /** Tells whether there are none. */
    public boolean isEmpty() {
        return figures.length == 0;
    }

    /** Forgets all items. */
    public void clear() {
        items.clear();
        for (Figure figure : figures) {
            figure.clear();
        }
    }

    /** Takes in a batch; see {@link Figure#add}. Allocates nothing, but where items are kept. */
    public void add(double[] outputs, double[] targets, int rows, int count) {
        for (Figure figure : figures) {
            figure.add(outputs, targets, rows, count);
        }
        if (keepsItems) {
            items.add(outputs, targets, rows, count);
        }
    }

    /**
     * All that is known of the items taken in: of each figure by its written name, and the kept items as {@code items}.
     */
    public Map<String, double[]> state() {
        Map<String, double[]> state = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            state.put(names[i], figures[i].state());
        }
        state.put(ITEMS, keepsItems ? items.state() : new double[0]);
        return state;
    }

    /**
     * Goes on as if the items behind this state had been taken in, and no others.
     *
     * @param state by name, of the same metrics
     */
    public void restore(Function<String, double[]> state) {
        for (int i = 0; i < names.length; i++) {
            figures[i].restore(state.apply(names[i]));
        }
        if (keepsItems) {
            items.restore(state.apply(ITEMS));
        }
    }

    /** The figures by their written names, in the order of the metrics. */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            double value = figures[i].value();
            values.put(names[i], hasUnit[i] ? Rounding.of(value) : Rounding.withoutUnit(value));
        }
        return values;
    }

    /** The intervals of the figures that are shares of counts, by name. */
    public Map<String, Interval> intervals(double confidence) {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            figures[i].interval(confidence).ifPresent(interval -> intervals.put(name, interval));
        }
        return intervals;
    }
}
