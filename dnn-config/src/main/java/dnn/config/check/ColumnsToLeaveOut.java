package dnn.config.check;

import dnn.api.data.Table;
import dnn.api.profile.DataProblem;
import dnn.config.diagnostic.UserText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns that findings advise to leave out. All of them give the same advice, with every such column and what is
 * left out already, since a key can stand only once: whoever follows one has followed all.
 */
final class ColumnsToLeaveOut {
    private final Set<String> columns = new LinkedHashSet<>();
    private final Subject subject;

    ColumnsToLeaveOut(Subject subject, List<DataProblem> problems, List<String> harmful) {
        this.subject = subject;
        for (DataProblem problem : problems) {
            if (problem instanceof DataProblem.AllMissing missing) {
                columns.add(missing.column());
            } else if (problem instanceof DataProblem.TextColumn text) {
                columns.add(text.column());
            }
        }
        columns.addAll(harmful);
    }

    /** The line to write for one of the columns. */
    String advice(List<String> these) {
        Table table = subject.experiment().data().source().table().orElseGet(Table::defaults);
        if (table.features().isPresent() && table.features().get().stream().noneMatch(Table::isPattern)) {
            return "remove " + UserText.list(these, these.size()) + " from `features`";
        }
        List<String> all = new ArrayList<>(table.exclude());
        columns.stream().filter(column -> !all.contains(column)).forEach(all::add);
        return "write `exclude: [" + all.stream().map(UserText::flow).collect(Collectors.joining(", ")) + "]`";
    }
}
