package dnn.launcher.command;

import dnn.api.profile.DataProblem;
import dnn.config.CheckReport;
import dnn.config.check.DataProblems;
import dnn.config.diagnostic.DataDiagnostics;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.OutputDiagnostics;
import dnn.data.newdata.NewItems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Mistakes in a table that is to be predicted or evaluated. */
final class DataErrors {
    private DataErrors() {}

    static CheckReport report(List<DataProblem> problems, Path table) {
        return new CheckReport(
                problems.stream()
                        .map(problem -> DataDiagnostics.inTable(DataProblems.diagnostic(problem), table.toString()))
                        .toList(),
                Map.of());
    }

    static Diagnostic unseenLabels(NewItems items, Path table) {
        return OutputDiagnostics.unseenLabels(table.toString(), items.unseenLabels());
    }
}
