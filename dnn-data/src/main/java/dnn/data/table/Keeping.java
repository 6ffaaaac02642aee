package dnn.data.table;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The part of a table that is kept while it is read.
 *
 * @param asText names of columns whose texts are kept even if they are all numbers
 * @param numbers whether numbers are kept, or only what is known of them as a whole
 * @param whole names of columns whose numbers are kept in any case
 * @param compared of the names in a header, those of the columns by which rows are compared while they are read; none
 *     where numbers are kept, which can be compared later
 * @param dropping which rows are left out
 */
public record Keeping(
        Set<String> asText,
        boolean numbers,
        Set<String> whole,
        Function<List<String>, Set<String>> compared,
        Dropping dropping) {
    public Keeping {
        asText = Set.copyOf(asText);
        whole = Set.copyOf(whole);
    }

    /** Every cell. */
    public static Keeping everything(Set<String> asText) {
        return new Keeping(asText, true, Set.of(), header -> Set.of(), Dropping.NONE);
    }

    /** Keeps the summary of columns of numbers, and the cells of others. */
    public static Keeping summaries(
            Set<String> asText, Set<String> whole, Function<List<String>, Set<String>> compared) {
        return new Keeping(asText, false, whole, compared, Dropping.NONE);
    }

    /** A copy that leaves these rows out. */
    public Keeping dropping(Dropping rows) {
        return new Keeping(asText, numbers, whole, compared, rows);
    }

    /** The builder of a column. */
    ColumnBuilder builder(String column) {
        if (asText.contains(column)) {
            return ColumnBuilder.ofText(column);
        }
        return numbers || whole.contains(column) ? ColumnBuilder.ofNumbers(column) : ColumnBuilder.counting(column);
    }
}
