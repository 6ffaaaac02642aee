package dnn.config.check;

import dnn.api.data.Scale;
import dnn.api.data.Table;
import dnn.api.path.KeyPaths;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.UserText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns that findings advise to leave out. All of them give the same advice, with every such column and what is
 * left out already, since a key can stand only once: whoever follows one has followed all.
 */
final class ColumnsToLeaveOut {
    /** A feature and a target that are correlated like this are one and the same. */
    private static final double SAME = 0.995;

    private final Subject subject;
    private final long items;
    private final List<String> constant = new ArrayList<>();
    private final List<ColumnProfile> identifiers = new ArrayList<>();
    private final List<ColumnProfile> nearlyTheTarget = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();

    ColumnsToLeaveOut(Subject subject, DataProfile profile) {
        this.subject = subject;
        this.items = profile.items();
        for (DataProblem problem : profile.problems()) {
            if (problem instanceof DataProblem.AllMissing missing) {
                columns.add(missing.column());
            } else if (problem instanceof DataProblem.TextColumn text) {
                columns.add(text.column());
            } else if (problem instanceof DataProblem.MixedFormats mixed
                    && !mixed.path().startsWith(KeyPaths.DATA_TARGET)) {
                columns.add(mixed.column());
            }
        }
        Map<String, ColumnProfile> byName = profile.byName();
        for (String name : profile.features()) {
            Optional.ofNullable(byName.get(name)).ifPresent(column -> add(column, profile));
        }
        columns.addAll(constant);
        identifiers.forEach(column -> columns.add(column.name()));
        nearlyTheTarget.forEach(column -> columns.add(column.name()));
    }

    private void add(ColumnProfile column, DataProfile profile) {
        if (subject.isUsable(KeyPaths.DATA_PREPROCESSING)) {
            boolean same = column.type() == ColumnType.NUMERIC && column.distinct() == 1 && profile.items() > 1;
            if (same && DataCheck.scale(subject, column.name()) == Scale.STANDARDIZE) {
                constant.add(column.name());
            }
            if (column.isIdentifier(profile.items())) {
                identifiers.add(column);
            }
        }
        boolean table = subject.isUsable(KeyPaths.DATA)
                && subject.experiment().data().source().table().isPresent();
        if (table && profile.target().isPresent() && Math.abs(column.correlation()) >= SAME) {
            nearlyTheTarget.add(column);
        }
    }

    /** The rows of the table. */
    long items() {
        return items;
    }

    /** Names of columns whose cells are all the same. */
    List<String> constant() {
        return constant;
    }

    /** Columns that name or number the rows. */
    List<ColumnProfile> identifiers() {
        return identifiers;
    }

    /** Columns that give the answer away. */
    List<ColumnProfile> nearlyTheTarget() {
        return nearlyTheTarget;
    }

    /** The line to write for one of the columns. */
    String advice(List<String> these) {
        Table table = subject.experiment().data().source().table().orElseGet(Table::defaults);
        Optional<List<String>> features = table.features();
        if (features.isPresent() && features.get().stream().noneMatch(Table::isPattern)) {
            return "remove " + UserText.list(these, these.size()) + " from `features`";
        }
        List<String> all = new ArrayList<>(table.exclude());
        columns.stream().filter(column -> !all.contains(column)).forEach(all::add);
        return "write `exclude: [" + all.stream().map(UserText::flow).collect(Collectors.joining(", ")) + "]`";
    }
}
