package dnn.config;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.Span;
import dnn.config.render.JsonRenderer;
import dnn.config.render.TextRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is written, reading and checking end in findings whose places lie in the text. */
class PropertyTest {
    private static final Checker CHECKER = new Checker();
    private static final ExperimentLoader LOADER = new ExperimentLoader(BaseResolver.none());
    private static final int MUTATIONS = 10;
    private static final List<String> SNIPPETS = List.of(
            ":",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "\t",
            "\n",
            "\r\n",
            "  ",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "---\n",
            "|\n",
            ">\n",
            "? ",
            "%",
            "@",
            "`",
            "0",
            "-1",
            ".nan",
            "1e999",
            "99999999999999999999",
            "null",
            "~",
            "yes",
            "\u0000",
            "\u0085",
            "\uFEFF",
            "😀",
            "\ud800",
            "\"\\UFFFFFFFF\"",
            "\"\\x\"",
            "<<: *a",
            "extends: x.yaml\n",
            "type: dense",
            "units",
            "values: [[1],[2,3]]",
            "initialization: {weights: zeros}\n");

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void mutatedExamplesNeverThrow(long seed) {
        Random random = new Random(seed);
        List<String> originals = TestFiles.examples().map(TestFiles::text).toList();
        String text = originals.get(random.nextInt(originals.size()));
        for (int i = 0; i < MUTATIONS; i++) {
            text = mutated(text, random);
            verify(text, "seed " + seed + ", mutation " + i);
        }
    }

    private static String mutated(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + 1 + random.nextInt(12));
        String snippet = SNIPPETS.get(random.nextInt(SNIPPETS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + snippet + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, at) + snippet + text.substring(to);
            default -> {
                int line = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
                int end = text.indexOf('\n', line);
                String copied = end < 0 ? text.substring(line) : text.substring(line, end + 1);
                yield text.substring(0, line) + copied + text.substring(line);
            }
        };
    }

    private static void verify(String text, String what) {
        SourceText source = new SourceText("mutated.yaml", text);
        LoadedExperiment loaded = LOADER.load(source, List.of());
        CheckReport report = CHECKER.check(loaded, Optional.empty());
        for (Diagnostic finding : report.diagnostics()) {
            assertThat(finding.span()).as("%s: %s", what, finding).isPresent();
            List<Span> spans = new ArrayList<>(finding.span().stream().toList());
            finding.related().stream().map(Related::span).forEach(span -> span.ifPresent(spans::add));
            finding.fix().map(Fix::edits).orElse(List.of()).forEach(edit -> spans.add(edit.span()));
            spans.forEach(span -> liesIn(source, span, what + ": " + finding));
        }
        String rendered = new TextRenderer(true).render(report);
        assertThat(rendered.codePoints())
                .as(what)
                .allMatch(
                        character -> character == '\n' || character == '\u001b' || !Character.isISOControl(character));
        assertThat(new JsonRenderer().render(report)).startsWith("{\"version\":1,");
        CheckReport again = CHECKER.check(LOADER.load(source, List.of()), Optional.empty());
        assertThat(again).as(what).isEqualTo(report);
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

    @Test
    void randomExperimentsAreCheckedWithoutAText() {
        for (long seed = 0; seed < 200; seed++) {
            dnn.api.Experiment experiment = new RandomExperiments(seed).next();
            CheckReport report = CHECKER.check(experiment, Optional.empty());
            assertThat(report.diagnostics())
                    .as("seed %d", seed)
                    .allMatch(finding -> finding.span().isEmpty());
            assertThat(CHECKER.check(experiment, Optional.empty())).isEqualTo(report);
        }
    }

    @Test
    void bombsAreBounded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        for (String text : List.of(
                bomb.toString(),
                "[".repeat(500_000),
                "{a: ".repeat(200_000),
                "- ".repeat(100_000),
                "? ".repeat(100_000),
                "x".repeat(2_000_000),
                "name: " + "x".repeat(1_000_000),
                "a: &a [*a]",
                "&a a: *a",
                "*".repeat(1000),
                "a: \"" + "\\u0000".repeat(1000))) {
            CheckReport report =
                    CHECKER.check(LOADER.load(new SourceText("bomb.yaml", text), List.of()), Optional.empty());
            assertThat(report.hasErrors()).isTrue();
            assertThat(report.diagnostics()).hasSizeLessThan(100);
            assertThat(new TextRenderer(false).render(report)).hasSizeLessThan(50_000);
        }
    }

    @Test
    void aMultitudeOfMistakesIsFoundInOneRun() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("key").append(i).append(": 1\n");
        }
        CheckReport report =
                CHECKER.check(LOADER.load(new SourceText("many.yaml", text.toString()), List.of()), Optional.empty());
        assertThat(report.diagnostics()).hasSize(201);
        Diagnostic last = report.diagnostics().get(200);
        assertThat(last.code()).isEqualTo("Y016");
        assertThat(last.message()).isEqualTo("there are 4805 more findings than the 200 shown, 4805 errors among them");
        assertThat(new TextRenderer(false).render(report)).hasSizeLessThan(120_000);
        String layers = "architecture: {layers: [" + "x, ".repeat(5_000) + "]}";
        assertThat(CHECKER.check(LOADER.load(new SourceText("many.yaml", layers), List.of()), Optional.empty())
                        .errors())
                .isEqualTo(201);
    }
}
