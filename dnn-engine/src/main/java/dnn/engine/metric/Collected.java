package dnn.engine.metric;

import java.util.Optional;

/** A figure of all items together. */
final class Collected implements Figure {
    private final OfItems figure;
    private final Scored items;

    Collected(Meaning meaning, OfItems figure) {
        this.items = new Scored(meaning);
        this.figure = figure;
    }

    /** Says something of items. */
    @FunctionalInterface
    interface OfItems {
        /** The figure of at least one item. */
        double of(Scored items);

        /** Its interval where it is a share of counts. */
        default Optional<Interval> interval(Scored items, double confidence) {
            return Optional.empty();
        }
    }

    @Override
    public void clear() {
        items.clear();
    }

    @Override
    public void add(double[] outputs, double[] targets, int rows, int count) {
        items.add(outputs, targets, rows, count);
    }

    @Override
    public double[] state() {
        return items.state();
    }

    @Override
    public void restore(double[] state) {
        items.restore(state);
    }

    @Override
    public double value() {
        return items.items() == 0 ? Double.NaN : figure.of(items);
    }

    @Override
    public Optional<Interval> interval(double confidence) {
        return figure.interval(items, confidence);
    }
}
