package dnn.data.table;

/**
 * Decides whether a column that holds numbers and other texts is one of numbers with mistakes in it, or one of texts:
 * numbers if at least nine of ten present cells are, unless the texts look like categories.
 */
final class Mixture {
    /** Of so many different texts at most, numbers among them, the others may be categories. */
    static final int FEW_TEXTS = 20;

    /** A text that occurs less often than this is a slip, and no category. */
    static final long LEAST_OF_A_CATEGORY = 5;

    private static final long ONE_IN = 10;

    private Mixture() {}

    /** Tells whether at most one of ten present cells is no number. */
    static boolean areMostlyNumbers(long numbers, long others) {
        return numbers > 0 && ONE_IN * others <= numbers + others;
    }

    /** Tells whether the others could be categories, as far as their own texts show. */
    static boolean mayBeCategories(OtherTexts others) {
        return others.repeat(FEW_TEXTS, LEAST_OF_A_CATEGORY);
    }
}
