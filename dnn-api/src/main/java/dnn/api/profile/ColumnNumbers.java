package dnn.api.profile;

/**
 * The spread of a column's finite numbers.
 *
 * @param minimum the least
 * @param maximum the greatest
 * @param mean their sum by their count
 * @param standardDeviation with divisor m
 * @param whole whether none has a fraction
 */
public record ColumnNumbers(double minimum, double maximum, double mean, double standardDeviation, boolean whole) {
    /** The spread of a column without numbers: NaN throughout. */
    public static final ColumnNumbers NONE = new ColumnNumbers(Double.NaN, Double.NaN, Double.NaN, Double.NaN, false);

    /** Whole numbers if the least and the greatest are. */
    public ColumnNumbers(double minimum, double maximum, double mean, double standardDeviation) {
        this(minimum, maximum, mean, standardDeviation, minimum == Math.rint(minimum) && maximum == Math.rint(maximum));
    }
}
