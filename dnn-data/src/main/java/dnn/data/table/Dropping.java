package dnn.data.table;

import java.util.Set;

/**
 * Rows that are left out while a table is read.
 *
 * @param columns a row is left out if its cell in one of these is missing
 * @param numbers whether these are columns of numbers, in which further words stand for nothing
 */
public record Dropping(Set<String> columns, boolean numbers) {
    /** Every row is kept. */
    public static final Dropping NONE = new Dropping(Set.of(), false);

    public Dropping {
        columns = Set.copyOf(columns);
    }
}
