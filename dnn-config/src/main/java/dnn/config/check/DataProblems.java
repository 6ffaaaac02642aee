package dnn.config.check;

import dnn.api.profile.DataProblem;
import dnn.config.diagnostic.DataDiagnostics;
import dnn.config.diagnostic.Diagnostic;

/** What keeps data from being used, as diagnostics. */
public final class DataProblems implements DataProblem.Visitor<Diagnostic> {
    private DataProblems() {}

    /** The diagnostic of a problem, at the path of the experiment's value that led to it. */
    public static Diagnostic diagnostic(DataProblem problem) {
        return problem.accept(new DataProblems());
    }

    @Override
    public Diagnostic fileMissing(DataProblem.FileMissing missing) {
        return DataDiagnostics.fileMissing(missing.path(), missing.file(), missing.similar());
    }

    @Override
    public Diagnostic unreadable(DataProblem.Unreadable unreadable) {
        return DataDiagnostics.notATable(unreadable.path(), unreadable.file(), unreadable.row(), unreadable.reason());
    }

    @Override
    public Diagnostic columnMissing(DataProblem.ColumnMissing missing) {
        return DataDiagnostics.columnMissing(missing.path(), missing.column(), missing.available());
    }

    @Override
    public Diagnostic badCells(DataProblem.BadCells cells) {
        return DataDiagnostics.badCells(
                cells.path(),
                cells.column(),
                DataDiagnostics.BadCell.valueOf(cells.kind().name()),
                cells.count(),
                cells.firstRow(),
                cells.sample());
    }

    @Override
    public Diagnostic tooFewItems(DataProblem.TooFewItems few) {
        return DataDiagnostics.emptySplit(few.path(), few.split(), few.items());
    }
}
