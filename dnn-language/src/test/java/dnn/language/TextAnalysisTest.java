package dnn.language;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.BaseResolver;
import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Span;
import dnn.config.fix.TextEdits;
import dnn.config.fix.TextLines;
import dnn.config.fix.TextLines.Point;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextAnalysisTest {
    private static String hover(String marked) {
        Texts.Cursor cursor = Texts.Cursor.of(marked);
        return cursor.analysis().hover(cursor.point()).map(Hover::markdown).orElse("");
    }

    @Test
    void behindEachLayerStandItsShapeAndParameters() {
        TextAnalysis moons = Texts.analyze(Texts.moons());
        assertThat(moons.hints().stream().map(Hint::text))
                .containsExactly(
                        "→ (20)  W (20, 2), 60 parameters",
                        "→ (7)  W (7, 20), 147 parameters",
                        "→ (5)  W (5, 7), 40 parameters",
                        "→ (1)  W (1, 5), 6 parameters");
        Hint first = moons.hints().get(0);
        TextLines lines = moons.lines();
        assertThat(lines.text()
                        .substring(
                                0,
                                lines.offset(first.place().line(), first.place().column())))
                .endsWith("activation: relu}");
    }

    @Test
    void aConflictHasBothItsEnds() {
        TextAnalysis moons = Texts.analyze(Texts.moons().replace("units: 7", "units: 7, inputs: 21"));
        Diagnostic conflict = moons.report().diagnostics().stream()
                .filter(finding -> finding.code().startsWith("S1"))
                .findFirst()
                .orElseThrow();
        assertThat(moons.lines().line(conflict.span().orElseThrow().line())).contains("inputs: 21");
        assertThat(conflict.related()).isNotEmpty();
        assertThat(moons.lines()
                        .line(conflict.related().get(0).span().orElseThrow().line()))
                .contains("units: 20");
    }

    @Test
    void hoveringOverALayerShowsItsEquationWithItsNumbers() {
        assertThat(hover(Texts.moons().replace("{type: dense, units: 7", "{type: den|se, units: 7")))
                .contains("**dense2** · (20) → (7) · 147 parameters")
                .contains("Z[2] = W[2]·A[1] + b[2]   (7,20)·(20,m) + (7,1) → (7,m)")
                .contains("A[2] = relu(Z[2])   (7,m)");
    }

    @Test
    void hoveringOverAKeyShowsWhatTheReferenceSays() {
        assertThat(hover(Texts.moons().replace("epochs: 200", "epo|chs: 200")))
                .startsWith("**epochs** · whole number")
                .contains("default")
                .contains("> 0");
        assertThat(hover(Texts.moons().replace("units: 7", "un|its: 7")))
                .contains("required")
                .contains("n_l");
        assertThat(hover(Texts.moons().replace("type: adam", "type: ad|am"))).startsWith("**adam**");
        assertThat(hover(Texts.moons()
                        .replace("activation: tanh", "")
                        .replace("units: 7, activation: relu", "units: 7, activation: re|lu")))
                .startsWith("**relu**");
        assertThat(hover("extends|: base.yaml\n")).contains("merged over");
        assertThat(hover("name: a\nchecks: {I2|04: ignore}\n")).contains("I204");
    }

    @Test
    void whileALineIsHalfTypedTheLastGoodStateAnswers() {
        TextAnalysis good = Texts.analyze(Texts.moons());
        String broken = Texts.moons().replace("  items: 1000\n", "  items: 1000\n  noi\n\n");
        TextAnalysis half = Texts.analyze(broken, Optional.of(good));
        assertThat(half.report().hasErrors()).isTrue();
        assertThat(half.hints()).hasSize(4);
        for (Hint hint : half.hints()) {
            assertThat(half.lines().line(hint.place().line())).contains("type: dense");
        }
        assertThat(half.symbols()).hasSameSizeAs(good.symbols());
        assertThat(Texts.analyze(broken).hints()).isEmpty();
    }

    @Test
    void theOutlineHasLayersByTheirNamesInForce() {
        List<Symbol> symbols = Texts.analyze(Texts.moons()).symbols();
        assertThat(symbols.stream().map(Symbol::name))
                .containsExactly("name", "description", "seed", "data", "architecture", "training");
        Symbol layers = symbols.get(4).children().get(1);
        assertThat(layers.children().stream().map(Symbol::name))
                .containsExactly("dense1", "dense2", "dense3", "dense4");
        assertThat(layers.children().get(0).detail()).isEqualTo("(20)");
    }

    @Test
    void blocksMayBeFolded() {
        TextAnalysis moons = Texts.analyze(Texts.moons());
        assertThat(moons.folds()).isNotEmpty().allMatch(span -> span.endLine() > span.line());
        assertThat(moons.folds().stream()
                        .map(span -> moons.lines().line(span.line()).strip()))
                .contains("data:", "architecture:", "layers:", "training:");
    }

    @Test
    void definitionsAreFound() {
        Texts.Cursor alias = Texts.Cursor.of("name: a\ntraining: {metrics: &m [accuracy]}\nextra: *|m\n");
        assertThat(alias.analysis().definition(alias.point()).map(Span::line)).contains(2);
        Texts.Cursor layer =
                Texts.Cursor.of(Texts.moons().replace("{type: dense, units: 20", "{name: first, type: dense, units: 20")
                        + "initialization:\n  layers:\n    fir|st: {weights: he_normal}\n");
        TextAnalysis named = layer.analysis();
        assertThat(named.lines()
                        .line(named.definition(layer.point()).orElseThrow().line()))
                .contains("name: first");
        Texts.Cursor extending = Texts.Cursor.of("extends: ba|se.yaml\nname: a\n");
        BaseResolver bases = (folder, reference) -> new BaseResolver.Base(
                folder, new SourceText.Reading(Optional.of(new SourceText("/base.yaml", Texts.moons())), List.of()));
        assertThat(Texts.LANGUAGE
                        .analyze(new SourceText("a.yaml", extending.text()), Path.of(""), bases, Optional.empty())
                        .definition(extending.point())
                        .map(Span::source))
                .contains("/base.yaml");
    }

    @Test
    void editsOfFindingsAreOfferedWhereTheyStandAndTogether() {
        String text = Texts.moons().replace("epochs:", "epoch:").replace("type: adam", "type: Adam");
        TextAnalysis wrong = Texts.analyze(text);
        int line = wrong.report().diagnostics().get(0).span().orElseThrow().line();
        List<Action> actions = wrong.actions(new Span("here.yaml", line, 1, line, 200));
        assertThat(actions).hasSize(2);
        assertThat(actions.get(0).finding()).isPresent();
        TextEdits all = new TextEdits("here.yaml", text);
        assertThat(all.take(actions.get(1).fix())).isTrue();
        assertThat(Texts.analyze(all.edited()).report().hasErrors()).isFalse();
        assertThat(wrong.actions(new Span("here.yaml", 1, 1, 1, 1)))
                .allMatch(action -> action.finding().isEmpty());
    }

    @Test
    void placesAreCountedInCodePointsAndInUtf16() {
        TextLines lines = new TextLines("a: \"🙂🙂\"\r\nb: x\r\n");
        assertThat(lines.utf16(new Span("", 1, 5, 1, 7))).isEqualTo(new TextLines.Utf16Range(0, 4, 0, 8));
        assertThat(lines.place(0, 6)).isEqualTo(new Point(1, 6));
        assertThat(lines.at(lines.offset(2, 4))).isEqualTo(new Point(2, 4));
        assertThat(lines.place(99, 0)).isEqualTo(new Point(3, 1));
    }
}
