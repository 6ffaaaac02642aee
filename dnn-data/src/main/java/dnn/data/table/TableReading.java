package dnn.data.table;

import dnn.api.profile.DataProblem;
import java.util.Optional;

/**
 * The outcome of reading a file: a table, or the problem that kept it from being read.
 *
 * @param table what was read
 * @param problem why nothing was
 */
public record TableReading(Optional<DataTable> table, Optional<DataProblem> problem) {
    static TableReading table(DataTable table) {
        return new TableReading(Optional.of(table), Optional.empty());
    }

    static TableReading problem(DataProblem problem) {
        return new TableReading(Optional.empty(), Optional.of(problem));
    }
}
