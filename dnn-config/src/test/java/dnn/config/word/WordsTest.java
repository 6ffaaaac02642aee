package dnn.config.word;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.fix.Fixer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Words of other tools and slips of the hand lead to dnn's word at the right line, and are edited exactly where they
 * can mean nothing else.
 */
class WordsTest {
    private static final Checker CHECKER = new Checker();

    static Stream<Translated> words() {
        return Translated.words();
    }

    private static LoadedExperiment load(String text) {
        return new ExperimentLoader(BaseResolver.none()).load(new SourceText("words.yaml", text), List.of());
    }

    private static CheckReport check(String text) {
        return CHECKER.check(load(text), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("words")
    void eachLeadsToTheRightWord(Translated word) {
        CheckReport report = check(word.text());
        assertThat(report.diagnostics())
                .as("one cause, one finding")
                .extracting(finding ->
                        finding.code() + ":" + finding.span().orElseThrow().line())
                .containsExactly(word.code() + ":" + word.line());
        Diagnostic finding = report.diagnostics().get(0);
        String said =
                (finding.message() + " " + finding.label() + " " + String.join(" ", finding.notes())).replace("`", "");
        word.says().forEach(part -> assertThat(said).contains(part));
        Fixer.Outcome outcome = Fixer.fix(new SourceText("words.yaml", word.text()), WordsTest::check);
        if (word.certain()) {
            assertThat(outcome.text()).isEqualTo(word.meant());
        } else {
            assertThat(finding.fix()).isEmpty();
            assertThat(outcome.text()).isEqualTo(word.text());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theGoodExperimentsAreGood(String file) {
        assertThat(check(Translated.good(file)).diagnostics()).isEmpty();
    }

    static Stream<String> files() {
        return Stream.of("points", "table", "line");
    }

    @Test
    void theTableIsLong() {
        assertThat(words().distinct().count()).isGreaterThanOrEqualTo(200);
    }
}
