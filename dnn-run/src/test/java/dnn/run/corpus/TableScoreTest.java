package dnn.run.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.CheckReport;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Severity;
import dnn.run.check.CheckedExperiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The score on dirty tables: how many of the mistakes are found, with the right code, on the right line of the
 * experiment, naming column and row; and that tables without mistakes are left alone. The corpus states all of it from
 * the catalogue; nothing is read off the output.
 */
class TableScoreTest {
    private static final CompletableFuture<Checker> CHECKER = CheckedExperiment.checker();

    @TempDir
    private Path folder;

    static List<DirtyTable> all() {
        return Stream.of(
                        DirtyCells.all(),
                        DirtyColumns.identifiers(),
                        DirtyColumns.times(),
                        DirtyColumns.leaks(),
                        DirtyColumns.targets(),
                        DirtyFiles.unreadable(),
                        DirtyFiles.misused())
                .flatMap(List::stream)
                .toList();
    }

    private CheckReport check(byte[] table, String experiment) {
        try {
            Files.write(folder.resolve("t.csv"), table);
            Path file = folder.resolve("e.yaml");
            Files.writeString(file, experiment);
            return CheckedExperiment.of(folder, file, List.of(), CHECKER).report();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void mistakesInTablesAreFoundPlacedAndNamed() {
        int found = 0;
        int rightCode = 0;
        int rightLine = 0;
        int named = 0;
        int alone = 0;
        Set<String> codes = new TreeSet<>();
        List<String> misses = new ArrayList<>();
        List<DirtyTable> corpus = all();
        for (DirtyTable dirty : corpus) {
            codes.add(dirty.code());
            List<Diagnostic> findings = check(dirty.table(), dirty.experiment()).diagnostics();
            List<Diagnostic> right = findings.stream()
                    .filter(finding -> finding.code().equals(dirty.code()))
                    .toList();
            List<Diagnostic> onLine = right.stream()
                    .filter(finding -> finding.span()
                            .filter(span -> span.line() == dirty.line())
                            .isPresent())
                    .toList();
            boolean says =
                    onLine.stream().anyMatch(finding -> dirty.said().stream().allMatch(text(finding)::contains));
            found += findings.isEmpty() ? 0 : 1;
            rightCode += right.isEmpty() ? 0 : 1;
            rightLine += onLine.isEmpty() ? 0 : 1;
            named += says ? 1 : 0;
            alone += findings.size() == 1 ? 1 : 0;
            if (!says) {
                misses.add(dirty + ", line " + dirty.line() + ": "
                        + findings.stream().map(TableScoreTest::text).toList());
            }
        }
        int files = corpus.size();
        System.out.printf(
                "tables: %d broken of %d codes; found %.1f %%, right code %.1f %%, right line %.1f %%, row and column "
                        + "named %.1f %%, nothing else reported %.1f %%%n",
                files,
                codes.size(),
                percent(found, files),
                percent(rightCode, files),
                percent(rightLine, files),
                percent(named, files),
                percent(alone, files));
        misses.forEach(miss -> System.out.println("missed: " + miss));
        assertThat(files).isGreaterThanOrEqualTo(150);
        assertThat(percent(found, files)).isGreaterThanOrEqualTo(99);
        assertThat(percent(rightCode, files)).isGreaterThanOrEqualTo(99);
        assertThat(percent(rightLine, files)).isGreaterThanOrEqualTo(99);
        assertThat(percent(named, files)).isGreaterThanOrEqualTo(99);
    }

    static String text(Diagnostic finding) {
        return finding.code()
                + (finding.severity() == Severity.ERROR ? " error" : "")
                + finding.span().map(span -> " in line " + span.line()).orElse("")
                + ": " + finding.message()
                + " | " + finding.label() + " | "
                + finding.notes()
                + finding.help().orElse("");
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / whole;
    }
}
