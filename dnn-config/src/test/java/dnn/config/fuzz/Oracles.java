package dnn.config.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.profile.DataProfile;
import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.corpus.Edits;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.Span;
import dnn.config.render.JsonRenderer;
import dnn.config.render.TextRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must hold for every text: nothing is thrown, every place lies in the text, output shows no control characters
 * and stays bounded, a second check finds the same, and a fix removes its finding and adds no error.
 */
public final class Oracles {
    private static final String FILE = "any.yaml";
    private static final int MOST_FIXES = 4;
    private static final int LONGEST_RENDERING = 2_000_000;

    private final Checker checker = new Checker();
    private final ExperimentLoader loader = new ExperimentLoader(BaseResolver.none());

    private CheckReport check(String text, Optional<DataProfile> profile) {
        return checker.check(loader.load(new SourceText(FILE, text), List.of()), profile);
    }

    /** Throws an assertion error, described by {@code what}, where one of them does not hold. */
    public void verify(String text, Optional<DataProfile> profile, String what) {
        SourceText source = new SourceText(FILE, text);
        CheckReport report = check(text, profile);
        for (Diagnostic finding : report.diagnostics()) {
            assertThat(finding.span()).as("%s: %s", what, finding).isPresent();
            List<Span> spans = new ArrayList<>(finding.span().stream().toList());
            finding.related().stream().map(Related::span).forEach(span -> span.ifPresent(spans::add));
            finding.fix().map(Fix::edits).orElse(List.of()).forEach(edit -> spans.add(edit.span()));
            spans.forEach(span -> liesIn(source, span, what + ": " + finding));
        }
        String rendered = new TextRenderer(true).render(report);
        assertThat(rendered).as(what).hasSizeLessThan(LONGEST_RENDERING);
        assertThat(rendered.codePoints())
                .as(what)
                .allMatch(
                        character -> character == '\n' || character == '\u001b' || !Character.isISOControl(character));
        assertThat(new JsonRenderer().render(report)).startsWith("{\"version\":1,");
        assertThat(check(text, profile)).as(what).isEqualTo(report);
        fixes(source.text(), profile, report, what);
    }

    private void fixes(String text, Optional<DataProfile> profile, CheckReport before, String what) {
        before.diagnostics().stream()
                .filter(finding -> finding.fix().isPresent())
                .limit(MOST_FIXES)
                .forEach(finding -> {
                    String fixed = Edits.apply(finding.fix().orElseThrow(), FILE, text);
                    List<Diagnostic> after = check(fixed, profile).diagnostics();
                    String description = what + ": " + finding + "\n" + fixed;
                    boolean profiled = finding.code().startsWith("D"); // the profile does not change with the text
                    if (!profiled) {
                        assertThat(after).as(description).noneMatch(other -> isSame(finding, other));
                    }
                    // What could not be read hides what is wrong with it, and a syntax error hides all that follows.
                    if (!finding.code().startsWith("Y")) {
                        assertThat(after)
                                .as(description)
                                .hasSizeLessThanOrEqualTo(before.diagnostics().size());
                    }
                });
    }

    private static boolean isSame(Diagnostic finding, Diagnostic other) {
        return other.code().equals(finding.code())
                && other.path().equals(finding.path())
                && other.message().equals(finding.message())
                && other.span().equals(finding.span());
    }

    private static void liesIn(SourceText source, Span span, String what) {
        List<String> lines = source.lines();
        assertThat(span.line()).as(what).isBetween(1, lines.size());
        assertThat(span.endLine()).as(what).isBetween(span.line(), lines.size());
        assertThat(span.column()).as(what).isBetween(1, width(lines, span.line()) + 1);
        assertThat(span.endColumn()).as(what).isBetween(1, width(lines, span.endLine()) + 1);
    }

    private static int width(List<String> lines, int line) {
        String text = lines.get(line - 1);
        return text.codePointCount(0, text.length());
    }
}
