package dnn.engine.metric;

import java.util.Optional;

/**
 * A figure gathered over batches from sufficient statistics, so that it is that of all items together and not a mean of
 * means. For one thread at a time.
 */
public interface Figure {
    /** Forgets all items. */
    void clear();

    /**
     * Takes in a batch.
     *
     * @param outputs of the network, with the meaning that the figure was made for, (rows, items) column by column
     * @param targets Y, likewise
     */
    void add(double[] outputs, double[] targets, int rows, int items);

    /** All that is known of the items taken in, as numbers from which {@link #restore} goes on. */
    double[] state();

    /**
     * Goes on as if the items behind this state had been taken in, and no others.
     *
     * @param state of a figure of the same kind
     */
    void restore(double[] state);

    /** The figure of all items taken in; NaN without any. */
    double value();

    /** The interval of the figure where it is a share of counts. */
    default Optional<Interval> interval(double confidence) {
        return Optional.empty();
    }
}
