package dnn.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dnn.api.profile.ValueCount;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Catalogue;
import dnn.config.diagnostic.DamageDiagnostics;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.LimitDiagnostics;
import dnn.config.diagnostic.OutputDiagnostics;
import dnn.config.diagnostic.ResumeDiagnostics;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.config.diagnostic.Severity;
import dnn.config.diagnostic.ShapeDiagnostics;
import dnn.config.diagnostic.Span;
import dnn.config.render.DisplayWidth;
import dnn.config.render.TextRenderer;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole rendering of every mistake in {@code configs/invalid}: {@code <code>.yaml} gives {@code <code>.err}. With
 * {@code -Dgolden.update=true} the renderings are written and the test fails all the same. A file may start with
 * {@code # override: path=value}, {@code # profile: name}, {@code # probe: name} and {@code # memory: name}.
 */
public class GoldenTest {
    private static final Checker CHECKER = new Checker();
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Pattern OVERRIDE = Pattern.compile("(?m)^# override: (.*)$");
    private static final Pattern PROFILE = Pattern.compile("(?m)^# profile: (.*)$");
    private static final Pattern COPIED = Pattern.compile("`[^`]*`|https?://\\S+");
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{3}");

    private static final Pattern PROBE = Pattern.compile("(?m)^# probe: (.*)$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^# memory: (.*)$");

    /** Findings that no text brings about, only a run, a stored network or another table. */
    private static final List<Diagnostic> ELSEWHERE = List.of(
            OutputDiagnostics.unseenLabels("new.csv", List.of(new ValueCount("huge", 2), new ValueCount("tiny", 1))),
            ShapeDiagnostics.storedWeights(
                    "architecture.layers[0]",
                    "runs/moons/1/model/weights.safetensors",
                    "dense1.weights",
                    List.of(20, 2),
                    List.of(20, 3)),
            DamageDiagnostics.damaged("runs/moons/1", "model/weights.safetensors", "1,212 bytes", "1,208 bytes"),
            LimitDiagnostics.moreFindings(
                    List.of(
                            Diagnostic.error("Y004", "dropout", "`dropout` is not a key of an experiment"),
                            Diagnostic.note("I208", "seed", "no seed is given, so 0 is used")),
                    200),
            RunDiagnostics.runDirectory(new AccessDeniedException("runs/moons")),
            RunDiagnostics.runDirectoryOccupied("here", List.of("experiment.yaml", "notes.txt"), Optional.empty()),
            RunDiagnostics.backend("backend `simd` does not compute here"),
            ResumeDiagnostics.keptValue(
                    "training.batch_size",
                    Optional.of("32"),
                    Optional.of("16"),
                    List.of("training.epochs", "engine.threads")),
            ResumeDiagnostics.changedFile("/data/iris.csv", "3858 bytes", "3859 bytes"),
            ResumeDiagnostics.unsavedCheckpoint(
                    new FileSystemException("checkpoints", null, "No space left on device")),
            RunDiagnostics.file(new NoSuchFileException("runs/moons/1")));

    static Stream<Path> invalid() {
        return TestFiles.yaml(TestFiles.INVALID);
    }

    public static CheckReport check(String name, String text) {
        List<String> overrides =
                OVERRIDE.matcher(text).results().map(result -> result.group(1)).toList();
        Optional<String> profile =
                PROFILE.matcher(text).results().map(result -> result.group(1)).findFirst();
        BaseResolver resolver = (directory, reference) -> {
            Path file = TestFiles.INVALID.resolve(directory).resolve(reference).normalize();
            Path shown = TestFiles.INVALID.normalize().relativize(file);
            Path folder = shown.getParent();
            return new BaseResolver.Base(
                    folder == null ? Path.of("") : folder, SourceText.read(file, shown.toString()));
        };
        LoadedExperiment loaded = new ExperimentLoader(resolver).load(new SourceText(name, text), overrides);
        CheckReport report = CHECKER.check(loaded, profile.map(Profiles::named));
        for (MatchResult probe : PROBE.matcher(text).results().toList()) {
            report = report.plus(Checker.check(loaded, Probes.named(probe.group(1))));
        }
        for (MatchResult memory : MEMORY.matcher(text).results().toList()) {
            report = report.plus(Checker.check(loaded, Probes.memory(memory.group(1)), Probes.AVAILABLE));
        }
        return report;
    }

    static Stream<Diagnostic> elsewhere() {
        return ELSEWHERE.stream();
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void renderingsOfFindingsOutsideAText(Diagnostic finding) throws IOException {
        compare(
                TestFiles.INVALID.resolve(finding.code() + ".err"),
                new TextRenderer(false).render(new CheckReport(List.of(finding), Map.of())));
    }

    private static void compare(Path golden, String rendered) throws IOException {
        if (UPDATE) {
            Files.writeString(golden, rendered);
            fail("%s was written", golden);
        }
        assertThat(golden).exists();
        assertThat(rendered).isEqualTo(TestFiles.text(golden));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void renderings(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        CheckReport report = check(name, TestFiles.text(file));
        String rendered = new TextRenderer(false).render(report);
        compare(file.resolveSibling(name.replace(".yaml", ".err")), rendered);
        if (CODE.matcher(name.substring(0, 4)).matches()) {
            assertThat(report.diagnostics()).extracting(Diagnostic::code).contains(name.substring(0, 4));
        }
    }

    /** Lines are no wider than the terminal, and what can be copied stands in one of them. */
    @ParameterizedTest
    @MethodSource("invalid")
    void renderingsFitTerminals(Path file) {
        CheckReport report = check(String.valueOf(file.getFileName()), TestFiles.text(file));
        for (int width : new int[] {40, 60, 80, 120}) {
            List<String> lines =
                    new TextRenderer(false, width).render(report).lines().toList();
            assertThat(lines)
                    .allMatch(line -> DisplayWidth.of(line) <= width
                            || line.contains("--> ")
                            || COPIED.matcher(line).replaceAll("").length() <= 10);
            for (Diagnostic finding : report.diagnostics()) {
                String said = finding.message() + "\n" + finding.notes() + "\n"
                        + finding.help().orElse("");
                assertThat(COPIED.matcher(said).results().map(MatchResult::group))
                        .allMatch(piece -> lines.stream().anyMatch(line -> line.contains(piece)));
            }
        }
    }

    @Test
    void everyCodeHasAFile() {
        Set<String> covered = new TreeSet<>();
        ELSEWHERE.forEach(finding -> covered.add(finding.code()));
        invalid().forEach(file -> covered.add(String.valueOf(file.getFileName()).substring(0, 4)));
        assertThat(covered).containsAll(Catalogue.codes());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void fixesRemoveWhatTheyFix(Path file) {
        String name = String.valueOf(file.getFileName());
        String text = TestFiles.text(file);
        for (Diagnostic finding : check(name, text).diagnostics()) {
            if (finding.fix().isPresent()) {
                String fixed = apply(finding.fix().get(), name, text);
                boolean elsewhere = fixed.equals(text); // the edit belongs to an override
                boolean profiled = finding.code().startsWith("D"); // the profile does not change with the text
                if (elsewhere || profiled) {
                    continue;
                }
                List<Diagnostic> left = check(name, fixed).diagnostics();
                assertThat(left)
                        .as(fixed)
                        .noneMatch(other -> other.code().equals(finding.code())
                                && other.path().equals(finding.path())
                                && other.message().equals(finding.message()));
                assertThat(left.stream()
                                .filter(other -> other.severity() == Severity.ERROR)
                                .count())
                        .as(fixed)
                        .isLessThanOrEqualTo(check(name, text).errors());
            }
        }
    }

    /** The text with the edits that belong to it. */
    private static String apply(Fix fix, String name, String text) {
        List<Fix.Edit> edits = new ArrayList<>(fix.edits());
        edits.sort(Comparator.comparing(Fix.Edit::span).reversed());
        String edited = text;
        for (Fix.Edit edit : edits) {
            Span span = edit.span();
            if (span.source().equals(name)) {
                edited = edited.substring(0, offset(edited, span.line(), span.column()))
                        + edit.replacement()
                        + edited.substring(offset(edited, span.endLine(), span.endColumn()));
            }
        }
        return edited;
    }

    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, column - 1);
    }

    @Test
    void sevenMistakesGiveSevenFindingsOnTheirLines() {
        CheckReport report =
                check("seven-mistakes.yaml", TestFiles.text(TestFiles.INVALID.resolve("seven-mistakes.yaml")));
        assertThat(report.diagnostics().stream()
                        .map(finding -> finding.code() + ":"
                                + finding.span().orElseThrow().line()))
                .containsExactly("Y004:5", "Y012:6", "S104:8", "Y007:10", "S110:11", "O302:12", "Y011:15");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreClean(Path file) {
        LoadedExperiment loaded = new ExperimentLoader(BaseResolver.files()).load(file, List.of());
        assertThat(new TextRenderer(false).render(CHECKER.check(loaded, Optional.empty())))
                .isEmpty();
    }

    static Stream<Path> examples() {
        return TestFiles.examples();
    }
}
