package dnn.data.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table in memory.
 *
 * @param source the file as resolved, or a built-in name
 * @param columns of equal length, with different names
 * @param items rows
 * @param parts the files whose rows follow each other; at least one
 * @param hashes of the rows over the columns by which they are compared, where numbers were not kept
 * @param dropped further rows of the files that were left out
 * @param separator what parts the fields of all its files
 * @param places of the rows in their files; none of images and drawn points
 * @param encodings files whose character set was found in their bytes and is not UTF-8, each with its name
 */
public record DataTable(
        String source,
        List<Column> columns,
        int items,
        List<Part> parts,
        Optional<RowHashes> hashes,
        int dropped,
        Optional<String> separator,
        RowPlaces places,
        Map<String, String> encodings) {
    public DataTable {
        encodings = Collections.unmodifiableMap(new LinkedHashMap<>(encodings));
        columns = List.copyOf(columns);
        parts = List.copyOf(parts);
    }

    /** A table whose rows have no places. */
    public DataTable(
            String source,
            List<Column> columns,
            int items,
            List<Part> parts,
            Optional<RowHashes> hashes,
            int dropped,
            Optional<String> separator) {
        this(source, columns, items, parts, hashes, dropped, separator, new RowPlaces(), Map.of());
    }

    /** A table in one piece. */
    public DataTable(String source, List<Column> columns, int items) {
        this(source, columns, items, List.of(new Part(source, items)), Optional.empty(), 0, Optional.empty());
    }

    /**
     * One of the files of a table.
     *
     * @param file as resolved
     * @param items its rows
     */
    public record Part(String file, int items) {}

    /** A copy with these columns in the place of its own. */
    public DataTable with(List<Column> others) {
        return new DataTable(source, others, items, parts, hashes, dropped, separator, places, encodings);
    }

    /** The names of the columns, in their order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The column of this name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The files, in the order of their rows. */
    public List<String> files() {
        return parts.stream().map(Part::file).toList();
    }
}
