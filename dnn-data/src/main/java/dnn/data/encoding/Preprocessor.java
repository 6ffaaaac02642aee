package dnn.data.encoding;

import dnn.api.data.TableFormat;
import dnn.data.table.NumberWriting;
import java.util.List;
import java.util.Optional;

/**
 * The preprocessing fitted on the training split: enough to turn another table's rows into X and Y. Plain values
 * inside, so that it can be stored and read back.
 *
 * @param columns the columns of X, in their order
 * @param target the columns of Y
 * @param format of the table, which further tables are read in too
 * @param numbers how the table's numbers are written, where it is one of text
 */
public record Preprocessor(
        List<FittedColumn> columns, FittedTarget target, TableFormat format, Optional<NumberWriting> numbers) {
    public Preprocessor {
        columns = List.copyOf(columns);
    }

    /** For tables whose format the files show. */
    public Preprocessor(List<FittedColumn> columns, FittedTarget target) {
        this(columns, target, TableFormat.defaults(), Optional.empty());
    }

    /** n_0, the rows of X. */
    public int inputs() {
        return columns.stream().mapToInt(FittedColumn::width).sum();
    }

    /** The names of the rows of X: a numeric column's name, {@code column=category} for a categorical one. */
    public List<String> inputNames() {
        return columns.stream().flatMap(column -> column.inputs().stream()).toList();
    }
}
