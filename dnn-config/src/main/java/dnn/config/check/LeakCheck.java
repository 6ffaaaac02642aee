package dnn.config.check;

import dnn.api.data.Split;
import dnn.api.data.Table;
import dnn.api.path.KeyPaths;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.LeakDiagnostics;
import java.util.List;
import java.util.Optional;

/**
 * Ways in which the test learns of the answer: rows of one identifier on both sides (D618), time split by chance
 * (D619), a feature that is the target (D620).
 */
final class LeakCheck implements Check {
    @Override
    public void check(Subject subject) {
        Optional<DataProfile> found = subject.profile();
        Optional<Table> table = subject.experiment().data().source().table();
        if (found.isEmpty() || !subject.isUsable(KeyPaths.DATA) || table.isEmpty()) {
            return;
        }
        DataProfile profile = found.get();
        split(subject, profile, table.get());
        profile.target().ifPresent(target -> {
            ColumnsToLeaveOut out = new ColumnsToLeaveOut(subject, profile);
            for (ColumnProfile column : out.nearlyTheTarget()) {
                subject.report(LeakDiagnostics.nearlyTheTarget(
                        KeyPaths.DATA_SOURCE,
                        column.name(),
                        target.column(),
                        column.correlation(),
                        out.advice(List.of(column.name()))));
            }
        });
    }

    /**
     * Only where rows are drawn: groups and times that were named, files and a column of splits are somebody's
     * decision.
     */
    private static void split(Subject subject, DataProfile profile, Table table) {
        Split split = subject.experiment().data().split();
        boolean drawn = split.group().isEmpty()
                && split.time().isEmpty()
                && table.splitColumn().isEmpty()
                && table.files().validation().isEmpty()
                && table.files().test().isEmpty();
        if (!drawn || !(split.validation() > 0 || split.test() > 0)) {
            return;
        }
        String path = subject.spanOf(KeyPaths.DATA_SPLIT).isPresent() ? KeyPaths.DATA_SPLIT : KeyPaths.DATA_SOURCE;
        List<ColumnProfile> columns = profile.columns().stream()
                .filter(column -> !table.targetNames().contains(column.name()))
                .toList();
        Optional<ColumnProfile> identifier = columns.stream()
                .filter(column -> column.isRepeatedIdentifier(profile.items()))
                .findFirst();
        identifier.ifPresent(
                column -> subject.report(LeakDiagnostics.repeatedIdentifier(path, column, profile.items())));
        columns.stream()
                .filter(ColumnProfile::isTimeOfMeasurement)
                .findFirst()
                .ifPresent(column -> subject.report(LeakDiagnostics.timeSplitByChance(path, column.name())));
    }
}
