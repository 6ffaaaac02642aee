package dnn.data.problem;

import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProblem.BadCells.Kind;
import dnn.api.profile.OddText;
import dnn.data.table.CellCount;
import dnn.data.table.Column;
import dnn.data.table.RowPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds cells that cannot be used. */
public final class CellProblems {
    private final String path;
    private final List<String> files;
    private final List<DataProblem> found = new ArrayList<>();

    /** Problems are put down to the experiment's value at this path, and stand in one of these files. */
    public CellProblems(String path, List<String> files) {
        this.path = path;
        this.files = files;
    }

    /** Missing cells. */
    public CellProblems missing(Column column) {
        return add(column, Kind.MISSING, column.missing());
    }

    /** Cells that are no finite numbers. */
    public CellProblems notFinite(Column column) {
        return unreadable(column, Kind.NOT_NUMERIC).add(column, Kind.INFINITE, column.infinite());
    }

    /** Cells that do not mean a number, where it is said what they should be. */
    public CellProblems unreadable(Column column, Kind kind) {
        return add(column, kind, column.notNumeric(), kind == Kind.NOT_NUMERIC ? column.oddTexts() : List.of());
    }

    /** Any cells. */
    public CellProblems add(Column column, Kind kind, CellCount cells) {
        return add(column, kind, cells, List.of());
    }

    private CellProblems add(Column column, Kind kind, CellCount cells, List<OddText> texts) {
        if (cells.any()) {
            found.add(new DataProblem.BadCells(
                    path,
                    column.name(),
                    kind,
                    cells.count(),
                    RowPlace.line(cells.firstRow()),
                    cells.sample(),
                    file(cells.firstRow()),
                    texts));
        }
        return this;
    }

    private Optional<String> file(long place) {
        return files.size() > 1 ? Optional.of(files.get(RowPlace.file(place))) : Optional.empty();
    }

    /** The problems found. */
    public List<DataProblem> found() {
        return found;
    }
}
