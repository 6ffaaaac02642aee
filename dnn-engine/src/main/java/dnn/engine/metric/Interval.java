package dnn.engine.metric;

/**
 * The range in which a figure of other items of the same kind may lie. Immutable and thread-safe.
 *
 * @param low lower end, NaN where nothing is known
 * @param high upper end, NaN where nothing is known
 */
public record Interval(double low, double high) {
    /** Of nothing that is known. */
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);
}
