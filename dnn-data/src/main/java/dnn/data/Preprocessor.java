package dnn.data;

import java.util.List;

/**
 * What was fitted on the training split: enough to turn another table's rows into X and Y. Plain values inside, so that it can be stored and read back.
 *
 * @param columns the columns of X, in their order
 * @param target the column of Y
 */
public record Preprocessor(List<FittedColumn> columns, FittedTarget target) {
    public Preprocessor {
        columns = List.copyOf(columns);
    }

    /** n_0, the rows of X. */
    public int inputs() {
        return columns.stream().mapToInt(FittedColumn::width).sum();
    }

    /** What the rows of X are called: a numeric column's name, {@code column=category} for a categorical one. */
    public List<String> inputNames() {
        return columns.stream().flatMap(column -> column.inputs().stream()).toList();
    }
}
