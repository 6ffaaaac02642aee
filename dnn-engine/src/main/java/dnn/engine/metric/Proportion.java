package dnn.engine.metric;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A figure that is a share of independent items. Immutable and thread-safe.
 *
 * @param part items that count
 * @param whole items there are
 */
record Proportion(long part, long whole) {
    /** Wilson's interval (1927), which has a width also where all items count or none; none without items. */
    Interval interval(double confidence) {
        if (whole == 0) {
            return Interval.NONE;
        }
        ConfidenceInterval wilson =
                new WilsonScoreInterval().createInterval(Math.toIntExact(whole), Math.toIntExact(part), confidence);
        // At the ends the formula misses 0 and 1 by rounding.
        return new Interval(
                part == 0 ? 0 : wilson.getLowerBound(), part == whole ? 1 : Math.min(1, wilson.getUpperBound()));
    }
}
