package dnn.config.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixerTest {
    private static final Checker CHECKER = new Checker();
    private static final String NAME = "experiment.yaml";

    private static CheckReport check(String text) {
        return CHECKER.check(
                new ExperimentLoader(BaseResolver.none()).load(new SourceText(NAME, text), List.of()),
                Optional.empty());
    }

    private static Fixer.Outcome fix(String text) {
        return Fixer.fix(new SourceText(NAME, text), FixerTest::check);
    }

    private static final String MANY = """
            # The first comment stays,
            nmae: moons      # and the second,
            seed: "1"
            data: {source: mons, items: 200}
            architecture:
              inputs: 2
              layers:
                - {type: dense, name: hidden, units: 3, activation: rleu}   # and spaces   too

                - {type: dense, units: 1, activation: sigmoid, inputs: 4}
            initialization: {layers: {hiden: {weights: {values: [[1, 2, 3], [4, 5, 7]]}}}}
            training:
              loss: binary_crossentropy
              epochs:50
            """;

    @Test
    void everyCertainMistakeIsMendedAndTheRestStays() {
        Fixer.Outcome outcome = fix(MANY);
        assertThat(outcome.report().diagnostics()).as(outcome.text()).isEmpty();
        assertThat(outcome.text()).isEqualTo("""
                        # The first comment stays,
                        name: moons      # and the second,
                        seed: 1
                        data: {source: moons, items: 200}
                        architecture:
                          inputs: 2
                          layers:
                            - {type: dense, name: hidden, units: 3, activation: relu}   # and spaces   too

                            - {type: dense, units: 1, activation: sigmoid, inputs: 3}
                        initialization: {layers: {hidden: {weights: {values: [[1, 4], [2, 5], [3, 7]]}}}}
                        training:
                          loss: binary_cross_entropy
                          epochs: 50
                        """);
        assertThat(outcome.applied()).hasSizeGreaterThanOrEqualTo(8).anyMatch(done -> done.startsWith("Y004, line 2:"));
        assertThat(fix(outcome.text()).applied()).isEmpty();
    }

    @Test
    void lineBreaksOfOtherSystemsStay() {
        String windows = MANY.replace("\n", "\r\n");
        assertThat(fix(windows).text()).isEqualTo(fix(MANY).text().replace("\n", "\r\n"));
    }

    @Test
    void tabsBecomeSpacesEvenIfThatBringsOtherMistakesToLight() {
        Fixer.Outcome outcome = fix("name: a\ndata:\n\tsource: moons\n\tnoise: -1\n");
        assertThat(outcome.text()).isEqualTo("name: a\ndata:\n  source: moons\n  noise: -1\n");
        assertThat(outcome.report().diagnostics()).extracting(Diagnostic::code).contains("Y008", "Y011");
    }

    @Test
    void editsThatTouchAreNotMadeTogether() {
        TextEdits edits = new TextEdits(NAME, "häuser: 1\n😀: 2\n");
        assertThat(edits.take(Fix.replace(new Span(NAME, 2, 1, 2, 2), "x", ""))).isTrue();
        assertThat(edits.take(Fix.replace(new Span(NAME, 2, 1, 2, 3), "y", ""))).isFalse();
        assertThat(edits.take(Fix.replace(new Span("other.yaml", 1, 1, 1, 2), "y", "")))
                .isFalse();
        assertThat(edits.take(Fix.replace(new Span(NAME, 1, 9, 1, 10), "3", "")))
                .isTrue();
        assertThat(edits.edited()).isEqualTo("häuser: 3\nx: 2\n");
    }

    static Stream<Path> invalid() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "configs", "invalid"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void fixingAddsNoErrorsAndIsDoneOnce(Path file) throws IOException {
        SourceText text = SourceText.read(file, NAME).text().orElseThrow();
        CheckReport before = check(text.text());
        Fixer.Outcome outcome = fix(text.text());
        boolean hidden =
                before.diagnostics().stream().anyMatch(finding -> finding.code().matches("Y00[12]"));
        assertThat(outcome.report().errors()).isLessThanOrEqualTo(hidden ? Integer.MAX_VALUE : before.errors());
        assertThat(fix(outcome.text()).text()).isEqualTo(outcome.text());
        if (outcome.applied().isEmpty()) {
            assertThat(outcome.text()).isEqualTo(text.text());
        } else {
            assertThat(UnifiedDifference.of(NAME, text.text(), outcome.text())).contains("@@ -");
        }
    }
}
