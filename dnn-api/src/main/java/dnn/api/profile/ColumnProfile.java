package dnn.api.profile;

import java.util.List;

/**
 * One column of a table.
 *
 * @param name its header
 * @param type whether its present cells are all numbers
 * @param missing cells without a value
 * @param distinct different present values; of numbers, unless each is greater than the one before, counted up to {@link #DISTINCT_LIMIT}
 * @param commonest the commonest values with their counts, most frequent first, at most {@link #COMMONEST_LIMIT}; none of numbers where there are more different ones
 *     than the limit
 * @param minimum of the finite numbers of a numeric column, else NaN
 * @param maximum of the finite numbers of a numeric column, else NaN
 * @param mean of the finite numbers of a numeric column, else NaN
 * @param standardDeviation of the finite numbers of a numeric column, with divisor m, else NaN
 * @param encodedWidth how many numbers of X the column becomes; 0 if it is not a feature
 */
public record ColumnProfile(
        String name,
        ColumnType type,
        long missing,
        int distinct,
        List<ValueCount> commonest,
        double minimum,
        double maximum,
        double mean,
        double standardDeviation,
        int encodedWidth) {

    /** Beyond this many different numbers counting stops: what is known of a column takes no more memory for more rows. */
    public static final int DISTINCT_LIMIT = 20_000;

    /** No more of the commonest values are kept. */
    public static final int COMMONEST_LIMIT = 20;

    public ColumnProfile {
        commonest = List.copyOf(commonest);
    }
}
