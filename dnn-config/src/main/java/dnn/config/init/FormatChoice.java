package dnn.config.init;

import dnn.api.data.ColumnDeclaration;
import dnn.api.grammar.Names;
import dnn.api.profile.CellFormat;
import dnn.api.profile.DataProblem;
import dnn.api.profile.DataProfile;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FormatDiagnostics;
import dnn.config.diagnostic.UserText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The readings chosen for columns whose cells can be read in two ways: the day before the month, as most of the world
 * writes it; a sign before three digits as one between thousands. Said wherever the choice is used.
 */
public final class FormatChoice {
    /** No column leaves anything open. */
    public static final FormatChoice NONE = new FormatChoice(new LinkedHashMap<>());

    private final Map<String, Chosen> columns;

    private FormatChoice(Map<String, Chosen> columns) {
        this.columns = columns;
    }

    private record Chosen(
            DataProblem.UncertainFormat open, DataProblem.FormatReading taken, DataProblem.FormatReading other) {}

    /** The choice for every column of a profile that leaves it open. */
    public static FormatChoice of(DataProfile profile) {
        Map<String, Chosen> columns = new LinkedHashMap<>();
        for (DataProblem problem : profile.problems()) {
            if (problem instanceof DataProblem.UncertainFormat open) {
                boolean second = open.readings().get(1).format() == CellFormat.DECIMAL_COMMA
                        && open.sample().indexOf(',') < 0;
                columns.put(
                        open.column(),
                        new Chosen(
                                open,
                                open.readings().get(second ? 1 : 0),
                                open.readings().get(second ? 0 : 1)));
            }
        }
        return new FormatChoice(columns);
    }

    /** Tells whether nothing had to be chosen. */
    public boolean isEmpty() {
        return columns.isEmpty();
    }

    /** The formats that are to be declared of columns, by name. */
    public Map<String, ColumnDeclaration> declarations() {
        Map<String, ColumnDeclaration> declared = new LinkedHashMap<>();
        columns.forEach((name, chosen) -> declared.put(
                name,
                new ColumnDeclaration(
                        Optional.empty(), List.of(), Optional.of(chosen.taken().format()))));
        return declared;
    }

    /** The choice for a column as a comment beside it, if there was one. */
    Optional<String> remark(String column) {
        return Optional.ofNullable(columns.get(column))
                .map(chosen -> "CHOSEN, not known: "
                        + UserText.escape(chosen.open().sample()) + " as "
                        + chosen.taken().meaning() + "; for " + chosen.other().meaning() + " write "
                        + Names.of(chosen.other().format()));
    }

    /** The choices for columns that an experiment uses, as findings. */
    List<Diagnostic> findings(List<String> used) {
        return columns.values().stream()
                .filter(chosen -> used.contains(chosen.open().column()))
                .map(chosen -> FormatDiagnostics.chosenFormat(chosen.open(), chosen.taken(), chosen.other()))
                .toList();
    }
}
