package dnn.api.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One column of a table.
 *
 * @param name its header
 * @param type whether its present cells are all numbers
 * @param missing cells without a value
 * @param distinct different present values; of numbers beyond {@link #DISTINCT_LIMIT} estimated, unless each is greater
 *     than the one before
 * @param commonest the commonest values with their counts, most frequent first, at most {@link #COMMONEST_LIMIT}; none
 *     of numbers where there are more different ones than the limit
 * @param numbers the spread of its numbers; {@link ColumnNumbers#NONE} where it is not numeric
 * @param encodedWidth how many numbers of X the column becomes; 0 if it is not a feature
 * @param correlation of its numbers with those of the first numeric target in the first {@link #SAMPLE} rows that have
 *     both; NaN where there are none, and for the target
 * @param format how its numbers, dates or times are written, where that is not as usual
 */
public record ColumnProfile(
        String name,
        ColumnType type,
        long missing,
        int distinct,
        List<ValueCount> commonest,
        ColumnNumbers numbers,
        int encodedWidth,
        double correlation,
        Optional<CellFormat> format) {

    /**
     * Beyond this many different numbers they are estimated from a sample: what is known of a column takes no more
     * memory for more rows.
     */
    public static final int DISTINCT_LIMIT = 20_000;

    /** No more of the commonest values are kept. */
    public static final int COMMONEST_LIMIT = 20;

    /** Correlations are found on so many of the first rows. */
    public static final int SAMPLE = 2000;

    /** Fewer points in time than this are no order to split by. */
    private static final int FEWEST_TIMES = 10;

    private static final String NOT_WHEN_MEASURED = ".*(birth|dob|expir|due|until).*";

    public ColumnProfile {
        commonest = List.copyOf(commonest);
    }

    /** A column that is written as usual, of which no correlation is known. */
    public ColumnProfile(
            String name,
            ColumnType type,
            long missing,
            int distinct,
            List<ValueCount> commonest,
            ColumnNumbers numbers,
            int encodedWidth) {
        this(name, type, missing, distinct, commonest, numbers, encodedWidth, Double.NaN, Optional.empty());
    }

    /** A copy that is written in this format. */
    public ColumnProfile format(Optional<CellFormat> written) {
        return new ColumnProfile(name, type, missing, distinct, commonest, numbers, encodedWidth, correlation, written);
    }

    /** A copy with this correlation with the target. */
    public ColumnProfile correlation(double withTarget) {
        return new ColumnProfile(name, type, missing, distinct, commonest, numbers, encodedWidth, withTarget, format);
    }

    /**
     * Tells whether the column names something, by its own name, and several of the {@code items} rows are of each:
     * persons, devices, orders.
     */
    public boolean isRepeatedIdentifier(long items) {
        return Identifiers.isRepeated(this, items);
    }

    /**
     * Tells whether the column numbers or names the {@code items} rows themselves, so that it tells nothing about new
     * ones.
     */
    public boolean isIdentifier(long items) {
        return Identifiers.isOfRows(this, items);
    }

    /** Tells whether the number of different values is an estimate. */
    public boolean distinctIsEstimated(long items) {
        return type == ColumnType.NUMERIC && distinct > DISTINCT_LIMIT && distinct < items - missing;
    }

    /**
     * Tells whether the column says when each row was measured: dates, several of them and none missing, unless it is
     * called otherwise.
     */
    public boolean isTimeOfMeasurement() {
        return type == ColumnType.DATE_TIME
                && missing == 0
                && distinct >= FEWEST_TIMES
                && !name.toLowerCase(Locale.ROOT).matches(NOT_WHEN_MEASURED);
    }
}
