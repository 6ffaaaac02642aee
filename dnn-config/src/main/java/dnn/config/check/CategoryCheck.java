package dnn.config.check;

import dnn.api.path.KeyPaths;
import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ColumnType;
import dnn.api.profile.DataProfile;
import dnn.api.profile.ValueCount;
import dnn.config.diagnostic.RowsOfSums;
import dnn.config.diagnostic.TableDiagnostics;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks categories that are hardly meant as they stand: texts that differ in letter case or spaces alone (D624), rows
 * of sums (D625), words for nothing (D626).
 */
final class CategoryCheck implements Check {
    /** Words that can only mean that there is nothing; {@code -} and {@code none} may be categories. */
    private static final Pattern FOR_NOTHING =
            Pattern.compile("(?i)n\\.\\s?a\\.?|n\\.\\s?d\\.|k\\.\\s?a\\.|#n/?a|<na>|\\(null\\)|\\\\n|\\?\\?+");

    @Override
    public void check(Subject subject) {
        if (subject.profile().isEmpty() || !subject.isUsable(KeyPaths.DATA_PREPROCESSING)) {
            return;
        }
        DataProfile profile = subject.profile().get();
        Map<String, ColumnProfile> byName = profile.byName();
        for (String name : profile.features()) {
            ColumnProfile column = byName.get(name);
            if (column != null && (column.type() == ColumnType.CATEGORICAL || column.type() == ColumnType.TEXT)) {
                texts(subject, column);
            }
        }
    }

    private static void texts(Subject subject, ColumnProfile column) {
        List<String> texts = column.commonest().stream().map(ValueCount::value).toList();
        TextsAlike.first(texts)
                .ifPresent(pair -> subject.report(
                        TableDiagnostics.alike(KeyPaths.DATA_SOURCE, column.name(), pair.one(), pair.other(), false)));
        column.commonest().stream()
                .filter(value -> value.count() == 1 && RowsOfSums.beginWith(value.value()))
                .findFirst()
                .ifPresent(value ->
                        subject.report(TableDiagnostics.rowOfSums(KeyPaths.DATA_SOURCE, column.name(), value.value())));
        column.commonest().stream()
                .filter(value -> FOR_NOTHING.matcher(value.value()).matches())
                .findFirst()
                .ifPresent(value -> subject.report(TableDiagnostics.wordForNothing(
                        KeyPaths.DATA_SOURCE,
                        column.name(),
                        value.value(),
                        value.count(),
                        CellsToFill.filledCategory(subject, column.name()))));
    }
}
