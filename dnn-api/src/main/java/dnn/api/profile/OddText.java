package dnn.api.profile;

/**
 * A text that stands where a number is needed.
 *
 * @param text as written
 * @param looks what it is
 * @param count how many cells hold it
 * @param firstRow where the first of them stands, the header being row 1
 */
public record OddText(String text, Oddity looks, long count, long firstRow) {
    /** No more different texts than this are kept. */
    public static final int LIMIT = 50;
}
