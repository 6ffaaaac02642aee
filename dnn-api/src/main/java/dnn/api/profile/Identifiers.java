package dnn.api.profile;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognizes columns that name or number what rows are of, by their names and by how seldom a value comes twice. */
final class Identifiers {
    /** Fewer groups than this cannot be shared out among three splits. */
    private static final int FEWEST_GROUPS = 10;

    /** Fewer rows of a group on average are no repetition worth a split of its own. */
    private static final double ROWS_PER_GROUP = 1.5;

    /** Below this many rows any column of different whole numbers would look like an identifier. */
    private static final int FEW_ITEMS = 20;

    /** A column that is called after a person or an order is an identifier if nearly every row has another value. */
    private static final double NEARLY_ALL = 0.9;

    /** The probability below which so few repetitions are no chance. */
    private static final double UNLIKELY = 1e-4;

    /** Beyond this many rows repetitions are estimated from so many. */
    private static final double SAMPLE = ColumnProfile.DISTINCT_LIMIT / 2.0;

    private static final Pattern NAME = Pattern.compile(
            "(.*[_ .-])?(id|key|uuid|guid|number|no|nr|num|ssn|isbn|sku)|index|unnamed.*|.*nummer|", Pattern.DOTALL);
    private static final Pattern NAME_IN_CAPITALS = Pattern.compile(".*[a-z](Id|ID|Key|Nr|No|Num|Number)");
    private static final Pattern PERSON = Pattern.compile("(.*[_ .-])?(person|patient|customer|client|user|subject|"
            + "participant|employee|member|student|pupil|respondent)");
    private static final Pattern PIECE =
            Pattern.compile("(.*[_ .-])?(passenger|donor|order|invoice|booking|ticket|serial|phone)");

    /** Numbers that count on in time: every row has the next, and new items will, too. */
    private static final Pattern TIME =
            Pattern.compile("(.*[_ .-])?(year|month|week|day|hour|minute|time|timestamp|period|step|epoch)");

    private Identifiers() {}

    private static boolean isNamed(String name) {
        return NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()
                || NAME_IN_CAPITALS.matcher(name).matches();
    }

    private static boolean isPerson(String name) {
        return PERSON.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** Tells whether a column names something of which there are several rows each. */
    static boolean isRepeated(ColumnProfile column, long items) {
        return (isNamed(column.name()) || isPerson(column.name()))
                && (column.type() != ColumnType.NUMERIC || column.numbers().whole())
                && column.type() != ColumnType.DATE_TIME
                && column.missing() == 0
                && column.distinct() >= FEWEST_GROUPS
                && column.distinct() * ROWS_PER_GROUP <= items;
    }

    /** Tells whether a column numbers or names the rows, nearly every one otherwise. */
    static boolean isOfRows(ColumnProfile column, long items) {
        long present = items - column.missing();
        if (present < FEW_ITEMS || 2 * present < items) {
            return false;
        }
        if (column.type() == ColumnType.CATEGORICAL) {
            return column.distinct() >= NEARLY_ALL * present;
        }
        if (column.type() != ColumnType.NUMERIC || !column.numbers().whole()) {
            return false;
        }
        boolean nearlyAll = column.distinct() >= NEARLY_ALL * present;
        boolean called = isNamed(column.name())
                ? column.distinct() * ROWS_PER_GROUP > present
                : nearlyAll
                        && (isPerson(column.name())
                                || PIECE.matcher(column.name().toLowerCase(Locale.ROOT))
                                        .matches());
        return called
                || (nearlyAll
                        && !TIME.matcher(column.name().toLowerCase(Locale.ROOT)).matches()
                        && areNumbered(column, present));
    }

    /**
     * Tells whether values repeat so seldom that they were dealt out, not measured. Of n numbers drawn from S whole
     * ones n − S·(1 − (1 − 1/S)ⁿ) are expected to repeat an earlier one if all are equally likely, and more if they are
     * not; that there are so few has at most the probability of as few events of a Poisson distribution.
     */
    private static boolean areNumbered(ColumnProfile column, long present) {
        double span = column.numbers().maximum() - column.numbers().minimum() + 1;
        if (column.distinct() == present && span == present) {
            return true;
        }
        double expected = present + span * Math.expm1(present * Math.log1p(-1 / span));
        double share = Math.min(1, SAMPLE / present);
        return atMost(share * (present - column.distinct()), share * expected) < UNLIKELY;
    }

    /** The probability of at most so many events where so many are expected. */
    private static double atMost(double events, double expected) {
        double logTerm = -expected;
        double sum = 0;
        for (int count = 0; count <= events; count++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log(expected) - Math.log(count + 1.0);
        }
        return sum;
    }
}
