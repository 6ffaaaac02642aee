package dnn.config.render;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.CheckReport;
import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sentences and findings on terminals of all widths. */
class WrappingTest {
    @Test
    void sentencesBreakBetweenWords() {
        String sentence = "better than the baseline: `accuracy` of the test split is 0.9800";
        assertThat(Wrapping.of(sentence, 40))
                .isEqualTo("better than the baseline: `accuracy` of\n  the test split is 0.9800");
        assertThat(Wrapping.of(sentence, 0)).isEqualTo(sentence);
        assertThat(Wrapping.of("  runs/a-name-that-is-long/2026-01-31T12-00-00 x", 30))
                .isEqualTo("  runs/a-name-that-is-long/2026-01-31T12-00-00\n    x");
        assertThat(Wrapping.of("one ` that is never closed quotes nothing", 20))
                .isEqualTo("one ` that is never\n  closed quotes\n  nothing");
        assertThat(Wrapping.of("ends with a blank ", 40)).isEqualTo("ends with a blank ");
    }

    @Test
    void whatIsQuotedStaysInOnePiece() {
        assertThat(Wrapping.of("write `{scale: standardize, impute: none}`, or `none`", 30))
                .isEqualTo("write\n  `{scale: standardize, impute: none}`,\n  or `none`");
    }

    @Test
    void aFindingFitsItsTerminal() {
        String line = "    - {type: dense, units: 20, activation: relu}   # W[1] is (20, 2)";
        String next = "    - {type: dense, units: 7, activation: relu, inputs: 12}";
        Diagnostic finding = Diagnostic.error(
                        "S110", "a.b", "layer `dense2` asserts 12 inputs, but 20 reach it from the layer before")
                .at(new Span("a.yaml", 2, 57, 2, 59))
                .label("asserts 12 inputs of this layer, which is one too few")
                .related(Related.at("a", new Span("a.yaml", 1, 28, 1, 30), "n_1 = 20"))
                .note("shapes are those of one item")
                .help("write 20, or change the layer before: `{type: dense, units: 12, activation: relu}`");
        CheckReport report = new CheckReport(
                List.of(finding), Map.of("a.yaml", new SourceText("a.yaml", line + "\n" + next + "\n")));
        assertThat(new TextRenderer(false, 40).render(report)).isEqualTo("""
                error[S110]: layer `dense2` asserts 12
                  inputs, but 20 reach it from the layer
                  before
                 --> a.yaml:2:57
                  |
                1 |     - {type: dense, units: 20, act…
                  |                            --
                  |                            n_1 = 20
                2 | …inputs: 12}
                  |          ^^
                  |     asserts 12 inputs of this layer,
                  |     which is one too few
                  = note: shapes are those of one item
                help: write 20, or change the layer
                      before:
                      `{type: dense, units: 12, activation: relu}`

                1 error
                """);
    }

    @Test
    void aLongLineIsShownForEachPlaceWhereItDoesNotShowAll() {
        String line = "first: 1, " + "x".repeat(60) + ", last: 2";
        Diagnostic finding = Diagnostic.error("Y005", "last", "wrong")
                .at(new Span("a.yaml", 1, 73, 1, 77))
                .label("again")
                .related(Related.at("first", new Span("a.yaml", 1, 1, 1, 6), "before"));
        CheckReport report = new CheckReport(List.of(finding), Map.of("a.yaml", new SourceText("a.yaml", line)));
        assertThat(new TextRenderer(false, 44).render(report)).contains("""
                1 | first: 1, xxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                  | ----- before
                1 | …xxxxxxx, last: 2
                  |           ^^^^ again
                """);
        assertThat(new TextRenderer(false).render(report)).containsOnlyOnce("1 | first");
    }
}
