package dnn.data.table;

import java.util.List;
import java.util.Optional;

/**
 * A table in memory.
 *
 * @param source the file as resolved, or a built-in name
 * @param columns of equal length, with different names
 * @param items rows
 */
public record DataTable(String source, List<Column> columns, int items) {
    public DataTable {
        columns = List.copyOf(columns);
    }

    /** The names of the columns, in their order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The column of this name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
