package dnn.run.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.data.Table;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Severity;
import dnn.run.check.CheckedExperiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a help about a table tells to write is written, as a person would: its keys go beside those that stand there,
 * and a list takes the place of a list.
 */
class TableHelpTest {
    private static final CompletableFuture<Checker> CHECKER = CheckedExperiment.checker();
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Set<String> OF_TRAINING = Set.of("class_weights", "metrics", "loss", "batch_size");
    private static final Set<String> OF_SPLIT = Set.of("group", "time");
    private static final Set<String> OF_EXPERIMENT = Set.of("checks", "engine");

    @TempDir
    private Path folder;

    /**
     * The pieces of a help that are entries of YAML, alternatives apart from those that go together; without those that
     * ask for another network, which are pieces of advice for its parts.
     */
    private static List<List<String>> alternatives(Diagnostic finding) {
        List<List<String>> alternatives = new ArrayList<>();
        for (String alternative : finding.help().orElse("").split(", or,? |; else |; if ", -1)) {
            List<String> pieces = CODE.matcher(alternative)
                    .results()
                    .map((MatchResult code) -> code.group(1))
                    .filter(code -> code.contains(": "))
                    .toList();
            boolean ofNetwork = pieces.stream().anyMatch(piece -> piece.startsWith("loss: "));
            if (!pieces.isEmpty() && !ofNetwork) {
                alternatives.add(pieces);
            }
        }
        return alternatives;
    }

    private static String inItsPlace(String entry) {
        String key = entry.substring(0, entry.indexOf(':'));
        if (OF_EXPERIMENT.contains(key)) {
            return entry + "\n";
        } else if (OF_TRAINING.contains(key)) {
            return "training:\n  " + entry + "\n";
        }
        return OF_SPLIT.contains(key) ? "data:\n  split:\n    " + entry + "\n" : "data:\n  " + entry + "\n";
    }

    private CheckedExperiment check(DirtyTable dirty, List<String> pasted) throws IOException {
        Files.write(folder.resolve("t.csv"), dirty.table());
        Files.writeString(folder.resolve("e0.yaml"), dirty.experiment());
        for (int i = 0; i < pasted.size(); i++) {
            Files.writeString(
                    folder.resolve("e" + (i + 1) + ".yaml"), "extends: e" + i + ".yaml\n" + inItsPlace(pasted.get(i)));
        }
        return CheckedExperiment.of(folder, folder.resolve("e" + pasted.size() + ".yaml"), List.of(), CHECKER);
    }

    private static List<Diagnostic> errors(CheckedExperiment checked) {
        return checked.report().diagnostics().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    @Test
    void whoeverWritesWhatAHelpSaysIsRidOfTheFinding() throws IOException {
        int pasted = 0;
        List<String> failures = new ArrayList<>();
        for (DirtyTable dirty : TableScoreTest.all()) {
            CheckedExperiment before = check(dirty, List.of());
            for (Diagnostic finding : before.report().diagnostics()) {
                if (!finding.code().equals(dirty.code()) || finding.code().startsWith("O")) {
                    continue;
                }
                for (List<String> pieces : alternatives(finding)) {
                    CheckedExperiment after = check(dirty, pieces);
                    boolean gone = after.report().diagnostics().stream()
                            .noneMatch(other -> other.message().equals(finding.message()));
                    boolean better = errors(before).isEmpty()
                            ? errors(after).isEmpty()
                            : errors(after).size() < errors(before).size();
                    if (!gone || !better) {
                        failures.add(dirty + " with " + pieces + ": "
                                + after.report().diagnostics().stream()
                                        .map(TableScoreTest::text)
                                        .toList());
                    }
                    pasted++;
                }
            }
        }
        failures.forEach(failure -> System.out.println("pasted: " + failure));
        System.out.println("helps about tables: " + pasted + " pasted");
        assertThat(failures).isEmpty();
        assertThat(pasted).isGreaterThan(100);
    }

    @Test
    void helpsThatAreWrittenOneAfterAnotherKeepEachOther() throws IOException {
        CleanTable table = CleanTable.ofNumbers();
        DirtyTable dirty = table.with("id", row -> String.valueOf(row))
                .with("unit", row -> "1")
                .with("empty", row -> "")
                .with("remark", row -> "the remark " + row)
                .with("due", row -> row % 2 == 0 ? "2024-01-0" + (1 + row % 9) : "Jan " + (1 + row % 28) + ", 2024")
                .with("y2", row -> String.valueOf(3 * Double.parseDouble(table.cell("y", row + 2))))
                .cell("a", 9, "n.v.")
                .cell("b", 11, "k. A. (2)")
                .expect(
                        "all at once",
                        CleanTable.NUMBERS.replace("  split:", "  exclude: [c]\n  format: {missing: [-99]}\n  split:"),
                        "",
                        "");
        List<Diagnostic> findings = check(dirty, List.of()).report().diagnostics();
        assertThat(findings)
                .extracting(Diagnostic::code)
                .contains("D602", "D603", "D608", "D613", "D614", "D620", "D622");
        List<String> lists = new ArrayList<>();
        for (Diagnostic finding : findings) {
            alternatives(finding).stream()
                    .flatMap(List::stream)
                    .filter(entry -> entry.startsWith("exclude:") || entry.startsWith("format:"))
                    .forEach(lists::add);
        }
        assertThat(lists).hasSizeGreaterThanOrEqualTo(8);
        for (int order = 0; order < 2; order++) {
            Table after =
                    (Table) check(dirty, lists).loaded().experiment().data().source();
            assertThat(after.exclude()).contains("c", "id", "unit", "empty", "remark", "due", "y2");
            assertThat(after.format().missing()).contains("-99", "n.v.", "k. A. (2)");
            Collections.reverse(lists);
        }
    }
}
