package dnn.config.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Experiment;
import dnn.api.profile.DataProfile;
import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Catalogue;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Severity;
import dnn.config.fix.Fixer;
import dnn.config.word.FormsTest;
import dnn.config.word.Translated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The score: how many of the mistakes in a corpus of broken experiments are found, with the right code, on the right
 * line, and whose fixes hold; and that good experiments are left alone. The corpus states codes and lines from the
 * catalogue; nothing is read off the checker's output.
 */
class ScoreTest {
    private static final Checker CHECKER = new Checker();
    private static final ExperimentLoader LOADER = new ExperimentLoader(BaseResolver.none());
    private static final String FILE = "corpus.yaml";

    /** No more than so many files of one operator, spread over the good ones. */
    private static final int OF_ONE_OPERATOR = 4;

    /** Parts of names of broken experiments with more than one finding, and why. */
    private static final Map<String, String> TWO_FINDINGS = Map.of(
            "bare-type.yaml", "a layer without units is linear as well",
            "`seed: &a [*a]", "an alias of itself, and a list where a number is expected",
            "data `cells`", "the data have three columns with bad cells",
            "data `harmful`", "the data have a constant column and an identifier",
            "data `columns`", "the data lack two columns");

    private static CheckReport check(String text, String profile) {
        Optional<DataProfile> data = GoodExperiment.profile(profile);
        return CHECKER.check(LOADER.load(new SourceText(FILE, text), List.of()), data);
    }

    static List<Operator> operators() {
        return Stream.of(
                        FileOperators.all(), ValueOperators.all(), NetworkOperators.all(), NormalizationOperators.all())
                .flatMap(List::stream)
                .filter(operator -> Catalogue.codes().contains(operator.code()))
                .toList();
    }

    static List<BrokenExperiment> broken() {
        List<BrokenExperiment> all = new ArrayList<>(HandWritten.broken());
        Stream.concat(Translated.words(), FormsTest.forms())
                .map(word -> new BrokenExperiment(
                        "word " + word.name(), word.text(), "", word.code(), word.line(), Optional.of(word.meant())))
                .forEach(all::add);
        for (Operator operator : operators()) {
            List<BrokenExperiment> made = GoodExperiments.all()
                    .flatMap(good -> operator.apply(good).stream())
                    .toList();
            assertThat(made).as("%s applies nowhere", operator.name()).isNotEmpty();
            int count = Math.min(OF_ONE_OPERATOR, made.size());
            for (int i = 0; i < count; i++) {
                all.add(made.get(i * made.size() / count));
            }
        }
        return all;
    }

    @Test
    void goodExperimentsAreLeftAlone() {
        int files = 0;
        int errors = 0;
        int warnings = 0;
        List<String> complaints = new ArrayList<>();
        for (GoodExperiment good : Stream.concat(GoodExperiments.all(), HandWritten.good().stream())
                .toList()) {
            CheckReport report = check(GoodExperiment.text(good.lines()), good.profile());
            files++;
            errors += report.errors();
            warnings += report.warnings();
            report.diagnostics().forEach(finding -> complaints.add(good.name() + ": " + in(finding)));
        }
        System.out.printf(
                "good: %d files, %d errors, %.2f warnings a file%n", files, errors, (double) warnings / files);
        assertThat(files).isGreaterThanOrEqualTo(100);
        assertThat(errors).as("%s", complaints).isZero();
        assertThat(warnings).as("%s", complaints).isLessThanOrEqualTo(files / 5);
    }

    @Test
    void mistakesAreFoundAndPlaced() {
        List<BrokenExperiment> corpus = broken();
        int found = 0;
        int rightCode = 0;
        int rightLine = 0;
        int alone = 0;
        List<String> misses = new ArrayList<>();
        Map<String, Integer> byCode = new TreeMap<>();
        for (BrokenExperiment broken : corpus) {
            byCode.merge(broken.code(), 1, Integer::sum);
            List<Diagnostic> findings = check(broken.text(), broken.profile()).diagnostics();
            List<Diagnostic> right = findings.stream()
                    .filter(finding -> finding.code().equals(broken.code()))
                    .toList();
            boolean onLine = right.stream().anyMatch(finding -> isOn(finding, broken));
            found += findings.isEmpty() ? 0 : 1;
            rightCode += right.isEmpty() ? 0 : 1;
            rightLine += onLine ? 1 : 0;
            alone += findings.size() == 1 ? 1 : 0;
            if (!onLine) {
                misses.add(broken.name() + ", line " + broken.line() + ": "
                        + findings.stream().map(ScoreTest::in).toList() + "\n" + broken.text());
            }
        }
        System.out.printf(
                "broken: %d files of %d codes; found %.1f %%, right code %.1f %%, right line %.1f %%, nothing "
                        + "else reported %.1f %%%n",
                corpus.size(),
                byCode.size(),
                percent(found, corpus.size()),
                percent(rightCode, corpus.size()),
                percent(rightLine, corpus.size()),
                percent(alone, corpus.size()));
        System.out.println("by code: " + byCode);
        misses.forEach(miss -> System.out.println("missed: " + miss));
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(1100);
        assertThat(percent(found, corpus.size())).isGreaterThanOrEqualTo(99);
        assertThat(percent(rightCode, corpus.size())).isGreaterThanOrEqualTo(99);
        assertThat(percent(rightLine, corpus.size())).isGreaterThanOrEqualTo(99);
    }

    @Test
    void fixesHold() {
        int offered = 0;
        int hold = 0;
        List<String> failures = new ArrayList<>();
        for (BrokenExperiment broken : broken()) {
            CheckReport before = check(broken.text(), broken.profile());
            for (Diagnostic finding : before.diagnostics()) {
                if (finding.fix().isPresent()) {
                    offered++;
                    String fixed = Edits.apply(finding.fix().get(), FILE, broken.text());
                    CheckReport after = check(fixed, broken.profile());
                    boolean gone = after.diagnostics().stream()
                            .noneMatch(other -> other.code().equals(finding.code())
                                    && other.path().equals(finding.path())
                                    && other.message().equals(finding.message()));
                    boolean profiled = finding.code().startsWith("D"); // the profile does not change with the text
                    if ((gone || profiled) && after.errors() <= before.errors()) {
                        hold++;
                    } else {
                        failures.add(broken.name() + ": " + in(finding) + " -> "
                                + after.diagnostics().stream()
                                        .map(ScoreTest::in)
                                        .toList() + "\n" + fixed);
                    }
                }
            }
        }
        System.out.printf("fixes: %d offered, %.1f %% hold%n", offered, percent(hold, offered));
        failures.forEach(failure -> System.out.println("does not hold: " + failure));
        assertThat(offered).isPositive();
        assertThat(percent(hold, offered)).isGreaterThanOrEqualTo(95);
    }

    /**
     * A certain edit gives what was meant: where a word was misspelt or another tool's, the good experiment comes back.
     */
    @Test
    void editsKeepTheMeaning() {
        int edited = 0;
        int kept = 0;
        List<String> changed = new ArrayList<>();
        for (BrokenExperiment broken : broken()) {
            if (broken.meant().isEmpty()) {
                continue;
            }
            Fixer.Outcome outcome =
                    Fixer.fix(new SourceText(FILE, broken.text()), text -> check(text, broken.profile()));
            if (!outcome.applied().isEmpty()) {
                edited++;
                if (load(outcome.text()).equals(load(broken.meant().get()))) {
                    kept++;
                } else {
                    changed.add(broken.name() + ": " + outcome.applied());
                }
            }
        }
        System.out.printf("edits: %d files edited, %.1f %% mean what was meant%n", edited, percent(kept, edited));
        assertThat(changed).isEmpty();
        assertThat(edited).isGreaterThanOrEqualTo(400);
    }

    private static Experiment load(String text) {
        return LOADER.load(new SourceText(FILE, text), List.of()).experiment();
    }

    /**
     * One cause, one finding; where two stand, the second is no consequence of the first, and {@link #TWO_FINDINGS}
     * says why.
     */
    @Test
    void oneMistakeIsOneFinding() {
        List<String> several = new ArrayList<>();
        for (BrokenExperiment broken : broken()) {
            List<Diagnostic> findings =
                    new ArrayList<>(check(broken.text(), broken.profile()).diagnostics());
            if (!broken.code().equals("T505")) {
                findings.removeIf(finding -> finding.code().equals("T505")); // of the good experiments themselves
            }
            if (findings.size() != 1 && TWO_FINDINGS.keySet().stream().noneMatch(broken.name()::contains)) {
                several.add(broken.name() + ": "
                        + findings.stream().map(ScoreTest::in).toList());
            }
        }
        assertThat(several).isEmpty();
    }

    /**
     * On the line of the mistake; what is open (Y001) is found where reading gives up and marked where it was opened.
     */
    private static boolean isOn(Diagnostic finding, BrokenExperiment broken) {
        boolean marked = finding.code().equals("Y001")
                && finding.related().stream()
                        .anyMatch(related -> related.span()
                                .filter(span -> span.line() == broken.line())
                                .isPresent());
        return marked
                || finding.span().filter(span -> span.line() == broken.line()).isPresent();
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / whole;
    }

    private static String in(Diagnostic finding) {
        return finding.code()
                + (finding.severity() == Severity.ERROR ? " error" : "")
                + finding.span().map(span -> " in line " + span.line()).orElse("")
                + ": " + finding.message();
    }
}
