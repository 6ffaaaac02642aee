package dnn.language;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Span;
import dnn.config.fix.TextLines;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Edit after edit: nothing that an editor may ask fails, and findings are those of a check of that very text. */
class EditFuzzTest {
    private static final Checker CHECKER = new Checker();

    @Test
    void everyQuestionHasAnAnswerAfterEveryEdit() {
        long seed = Long.getLong("edits.seed", 11);
        int edits = Integer.getInteger("edits", 400);
        Random random = new Random(seed);
        RandomEdits editing = new RandomEdits(random);
        List<Path> configs = Texts.configs();
        String text = "";
        Optional<TextAnalysis> before = Optional.empty();
        for (int i = 0; i < edits; i++) {
            boolean starts = i % 40 == 0;
            text = starts ? Texts.read(configs.get(random.nextInt(configs.size()))) : editing.edited(text);
            TextAnalysis analysis = Texts.analyze(text, starts ? Optional.empty() : before);
            String asked = "seed " + seed + ", edit " + i + ":\n" + text;
            assertThat(analysis.report().diagnostics())
                    .as(asked)
                    .isEqualTo(CHECKER.check(
                                    new ExperimentLoader(BaseResolver.none())
                                            .load(new SourceText("here.yaml", text), Path.of(""), List.of()),
                                    Optional.empty())
                            .diagnostics());
            ask(analysis, random, asked);
            before = Optional.of(analysis);
        }
    }

    private static void ask(TextAnalysis analysis, Random random, String asked) {
        TextLines lines = analysis.lines();
        TextLines.Point point = lines.at(random.nextInt(lines.text().length() + 1));
        analysis.hover(point).ifPresent(hover -> assertThat(hover.markdown()).isNotBlank());
        analysis.definition(point);
        analysis.completions(point).forEach(offer -> assertThat(offer.text()).isNotBlank());
        analysis.actions(new Span("here.yaml", point.line(), 1, point.line(), 80));
        for (Hint hint : analysis.hints()) {
            assertThat(hint.place().line()).as(asked).isBetween(1, lines.count());
        }
        for (Span fold : analysis.folds()) {
            assertThat(fold.endLine()).as(asked).isBetween(fold.line(), lines.count());
        }
        analysis.symbols().forEach(symbol -> assertThat(symbol.name()).isNotBlank());
    }
}
