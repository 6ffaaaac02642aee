package dnn.config.word;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.config.TestFiles;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.fix.Fixer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words of other tools and slips of the hand lead to dnn's word at the right line, and are edited exactly where they can mean nothing else. */
class WordsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "words");
    private static final Pattern LINE = Pattern.compile("(\\w+) ([=~]) (.+) -> (.+) : ([A-Z]\\d{3})((?: \\| [^|]+)*)");
    private static final Checker CHECKER = new Checker();

    /** A line of the table. */
    record Word(String file, boolean certain, String written, String meant, String code, List<String> says) {
        @Override
        public String toString() {
            return file + ": " + written + " for " + meant;
        }
    }

    static Stream<Word> words() {
        return TestFiles.text(FOLDER.resolve("words.txt"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(WordsTest::word);
    }

    private static Word word(String line) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return new Word(
                matcher.group(1),
                matcher.group(2).equals("="),
                matcher.group(3).replace("\\n", "\n"),
                matcher.group(4).replace("\\n", "\n"),
                matcher.group(5),
                Stream.of(matcher.group(6).split(" \\| ", -1))
                        .filter(part -> !part.isBlank())
                        .toList());
    }

    private static LoadedExperiment load(String text) {
        return new ExperimentLoader(BaseResolver.none()).load(new SourceText("words.yaml", text), List.of());
    }

    private static CheckReport check(String text) {
        return CHECKER.check(load(text), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("words")
    void eachLeadsToTheRightWord(Word word) {
        String good = TestFiles.text(FOLDER.resolve(word.file + ".yaml"));
        assertThat(good).contains(word.meant);
        int at = good.indexOf(word.meant);
        String broken = good.substring(0, at) + word.written + good.substring(at + word.meant.length());
        CheckReport report = check(broken);
        int line = (int) good.substring(0, at).lines().count() + (at == 0 || good.charAt(at - 1) == '\n' ? 1 : 0);
        assertThat(report.diagnostics())
                .as("one cause, one finding")
                .extracting(finding ->
                        finding.code() + ":" + finding.span().orElseThrow().line())
                .containsExactly(word.code + ":" + line);
        Diagnostic finding = report.diagnostics().get(0);
        String said =
                (finding.message() + " " + finding.label() + " " + String.join(" ", finding.notes())).replace("`", "");
        word.says.forEach(part -> assertThat(said).contains(part));
        Fixer.Outcome outcome = Fixer.fix(new SourceText("words.yaml", broken), WordsTest::check);
        if (word.certain) {
            assertThat(outcome.text()).isEqualTo(good);
        } else {
            assertThat(finding.fix()).isEmpty();
            assertThat(outcome.text()).isEqualTo(broken);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theGoodExperimentsAreGood(String file) {
        assertThat(check(TestFiles.text(FOLDER.resolve(file))).diagnostics()).isEmpty();
    }

    static Stream<String> files() {
        return Stream.of("points.yaml", "table.yaml", "line.yaml");
    }

    @Test
    void theTableIsLong() {
        assertThat(words().distinct().count()).isGreaterThanOrEqualTo(200);
    }
}
