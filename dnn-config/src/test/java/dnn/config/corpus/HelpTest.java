package dnn.config.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.profile.DataProblem;
import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.GoldenTest;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.config.TestFiles;
import dnn.config.check.Checker;
import dnn.config.check.DataProblems;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.yaml.MappingNode;
import dnn.config.yaml.ScalarNode;
import dnn.config.yaml.SequenceNode;
import dnn.config.yaml.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a help tells to write is YAML as it stands: it is pasted here. */
class HelpTest {
    private static final Checker CHECKER = new Checker();
    private static final Pattern SNIPPET =
            Pattern.compile("(?:[Ww]rite|[Aa]dd|say|with|example|categories,|out:|is|or) `([^`]+)`");

    /** Names of columns that YAML reads as something else unless they are in quotes. */
    private static final List<String> COLUMNS = List.of(
            "plain",
            "Unnamed: 0",
            "a,b",
            "[x]",
            "{y}",
            "#hash",
            "a #b",
            "yes",
            "null",
            "~",
            "12",
            "1e3",
            "- dash",
            "\"quoted\"",
            "it's",
            "back\\slash",
            " padded ",
            "",
            "a: b",
            "*star",
            "&and",
            "!bang",
            "%percent",
            "@at",
            "K\u00f6rpergr\u00f6\u00dfe",
            "\u4f53\u91cd");

    private static List<String> snippets(Diagnostic finding) {
        List<String> texts = new ArrayList<>(finding.notes());
        finding.help().ifPresent(texts::add);
        return texts.stream()
                .flatMap(text -> SNIPPET.matcher(text).results())
                .map((MatchResult result) -> result.group(1))
                .filter(snippet -> snippet.contains(": ") && !snippet.contains("…") && !snippet.contains("NAME"))
                .toList();
    }

    private static Object parsed(String snippet, String what) {
        TreeReader.Tree tree = TreeReader.read("help", snippet);
        assertThat(tree.findings()).as("%s: %s", what, snippet).isEmpty();
        return tree.root().orElseThrow();
    }

    @Test
    void whatIsToBeWrittenCanBePasted() {
        int pasted = 0;
        List<Diagnostic> all = new ArrayList<>();
        for (BrokenExperiment broken : ScoreTest.broken()) {
            LoadedExperiment loaded = new ExperimentLoader(BaseResolver.none())
                    .load(new SourceText("help.yaml", broken.text()), List.of());
            all.addAll(CHECKER.check(loaded, GoodExperiment.profile(broken.profile()))
                    .diagnostics());
        }
        TestFiles.yaml(TestFiles.INVALID)
                .forEach(file -> all.addAll(GoldenTest.check(String.valueOf(file.getFileName()), TestFiles.text(file))
                        .diagnostics()));
        for (Diagnostic finding : all) {
            for (String snippet : snippets(finding)) {
                parsed(snippet, finding.message());
                pasted++;
            }
        }
        assertThat(pasted).isGreaterThan(100);
    }

    @Test
    void columnsOfAnyNameCanBeLeftOut() {
        for (String column : COLUMNS) {
            for (Diagnostic finding : List.of(
                    DataProblems.diagnostic(new DataProblem.AllMissing("data.source", column, 7)),
                    DataProblems.diagnostic(new DataProblem.TextColumn("data.source", column, 7, 7, "x")))) {
                List<String> found = snippets(finding);
                assertThat(found).as(finding.toString()).isNotEmpty();
                MappingNode exclude = (MappingNode) parsed(found.get(0), column);
                SequenceNode names =
                        (SequenceNode) exclude.get("exclude").orElseThrow().value();
                assertThat(names.items()).hasSize(1);
                assertThat(((ScalarNode) names.items().get(0)).text()).isEqualTo(column);
            }
        }
    }
}
