package dnn.config.check;

import dnn.api.data.Imputation;
import dnn.api.data.MissingTarget;
import dnn.api.data.Preprocessing;
import dnn.api.path.KeyPaths;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.DataDiagnostics;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The words that findings advise to take for nothing, and what takes their place. All of them give the same list, since
 * a key can stand only once: whoever follows one has followed all.
 */
final class CellsToFill {
    private CellsToFill() {}

    /** The words that are declared to stand for nothing, and those that could be. */
    static Collection<String> missing(Subject subject, DataProfile profile) {
        Set<String> words = new LinkedHashSet<>();
        subject.experiment()
                .data()
                .source()
                .table()
                .ifPresent(table -> words.addAll(table.format().missing()));
        for (DataProblem problem : profile.problems()) {
            if (problem instanceof DataProblem.BadCells cells && DataDiagnostics.mayCountAsMissing(cells)) {
                cells.texts().forEach(text -> words.add(text.text()));
            }
        }
        return words;
    }

    /** The entry that says what happens to missing cells there; empty where the experiment says it already. */
    static String filled(Subject subject, DataProblem.BadCells cells) {
        if (cells.path().startsWith(KeyPaths.DATA_TARGET)) {
            boolean dropped = subject.experiment()
                    .data()
                    .source()
                    .table()
                    .filter(table -> table.missingTarget() == MissingTarget.DROP)
                    .isPresent();
            return dropped ? "" : "missing_target: drop";
        }
        Preprocessing preprocessing = subject.experiment().data().preprocessing();
        Imputation numeric = preprocessing.numeric().impute();
        boolean imputed = preprocessing.columns().containsKey(cells.column())
                ? !(preprocessing.columns().get(cells.column()).impute().orElse(numeric) instanceof Imputation.None)
                : !(numeric instanceof Imputation.None);
        return imputed ? "" : DataDiagnostics.fill(cells.column(), "median");
    }

    /** The entry that says what happens to missing categories; empty where the experiment says it already. */
    static String filledCategory(Subject subject, String column) {
        Preprocessing preprocessing = subject.experiment().data().preprocessing();
        Imputation general = preprocessing.categorical().impute();
        Imputation impute = Optional.ofNullable(preprocessing.columns().get(column))
                .flatMap(own -> own.impute())
                .orElse(general);
        return impute instanceof Imputation.None ? DataDiagnostics.fill(column, "most_frequent") : "";
    }
}
