package dnn.data;

import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProblem.BadCells.Kind;
import dnn.data.table.CellCount;
import dnn.data.table.Column;
import java.util.ArrayList;
import java.util.List;

/** Finds cells that cannot be used. */
final class CellProblems {
    private final String path;
    private final List<DataProblem> found = new ArrayList<>();

    /** Problems are put down to the experiment's value at this path. */
    CellProblems(String path) {
        this.path = path;
    }

    /** Missing cells. */
    CellProblems missing(Column column) {
        return add(column, Kind.MISSING, column.missing());
    }

    /** Cells that are no finite numbers. */
    CellProblems notFinite(Column column) {
        return add(column, Kind.NOT_NUMERIC, column.notNumeric()).add(column, Kind.INFINITE, column.infinite());
    }

    private CellProblems add(Column column, Kind kind, CellCount cells) {
        if (cells.any()) {
            found.add(new DataProblem.BadCells(
                    path, column.name(), kind, cells.count(), cells.firstRow(), cells.sample()));
        }
        return this;
    }

    /** What was found. */
    List<DataProblem> found() {
        return found;
    }
}
