package dnn.launcher.command;

import dnn.api.profile.DataProblem;
import dnn.api.profile.ValueCount;
import dnn.config.CheckReport;
import dnn.config.check.DataProblems;
import dnn.config.diagnostic.Diagnostic;
import dnn.data.NewItems;
import dnn.launcher.terminal.Numbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Mistakes in a table that is to be predicted or evaluated. */
final class DataErrors {
    /** No more than this many values are listed. */
    private static final int LISTED = 5;

    private DataErrors() {}

    static CheckReport report(List<DataProblem> problems, Path table) {
        return new CheckReport(
                problems.stream()
                        .map(problem -> DataProblems.diagnostic(problem).note("in " + table))
                        .toList(),
                Map.of());
    }

    static Diagnostic unseenLabels(NewItems items, Path table) {
        return Diagnostic.error(
                        "O307",
                        "",
                        "the target of `" + table + "` has labels that training has not seen: "
                                + listed(items.unseenLabels()))
                .note("a network can only tell apart the classes it was trained on")
                .help("leave these rows out, or train again with data that has them");
    }

    /** Categories of features that training has not seen do no harm, but are worth a line. */
    static List<String> unseenCategories(NewItems items) {
        return items.unseenCategories().stream()
                .map(column -> "column `" + column.column() + "`: training has not seen " + listed(column.categories())
                        + "; encoded as none of the known categories")
                .toList();
    }

    private static String listed(List<ValueCount> values) {
        String first = values.stream()
                .limit(LISTED)
                .map(value -> "`" + value.value() + "` (" + Numbers.counted(value.count(), "item") + ")")
                .collect(Collectors.joining(", "));
        return values.size() > LISTED ? first + " and " + (values.size() - LISTED) + " more" : first;
    }
}
