package dnn.config.render;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Related;
import dnn.config.diagnostic.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Excerpts under difficult lines, colours, and the formats for programs. */
class RenderingTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static CheckReport report(String text, Diagnostic... findings) {
        return new CheckReport(List.of(findings), Map.of("a.yaml", new SourceText("a.yaml", text)));
    }

    private static Diagnostic at(int line, int column, int endLine, int endColumn) {
        return Diagnostic.error("Y005", "seed", "wrong").at(new Span("a.yaml", line, column, endLine, endColumn));
    }

    private static String text(CheckReport report) {
        return new TextRenderer(false).render(report);
    }

    @Test
    void whatStandsUnderWideCharactersIsAsWide() {
        assertThat(text(report("噪声: 测", at(1, 5, 1, 6).label("here")))).contains("""
                1 | 噪声: 测
                  |       ^^ here
                """);
        assertThat(text(report("e\u0301a: 1", at(1, 3, 1, 4)))).contains("1 | e\u0301a: 1\n  |  ^\n");
        assertThat(text(report("\ud83d\ude00x: 1", at(1, 2, 1, 3)))).contains("1 | \ud83d\ude00x: 1\n  |   ^\n");
    }

    @Test
    void tabsAreAsWideAsShown() {
        assertThat(text(report("\tx: 1", at(1, 2, 1, 3)))).contains("1 |     x: 1\n  |     ^\n");
    }

    @Test
    void whatWouldMoveOrHideTextIsReplaced() {
        String shown = text(report("a\u001b[31m\u202eb\u0007: 1", at(1, 2, 1, 3)));
        assertThat(shown).contains("1 | a\ufffd[31m\ufffdb\ufffd: 1\n").doesNotContain("\u001b", "\u202e", "\u0007");
    }

    /** One a character of a text, whether it takes two columns of a terminal, two units of UTF-16, or a tab. */
    @Test
    void columnsForProgramsCountCodePoints() {
        String text = "name: a\nseed: 1\n\"噪声\\t\ud83d\ude00\": 1\ndata: {\t\"\ud83d\ude00\ud83d\ude00声\": "
                + "1,\tsource: moons}\n";
        CheckReport report = check(text);
        JsonNode found = JSON.readTree(new JsonRenderer().render(report)).get("diagnostics");
        JsonNode wide = found.valueStream()
                .filter(each -> each.get("line").asInt() == 3)
                .findFirst()
                .orElseThrow();
        assertThat(place(wide)).containsExactly(3, 1, 3, 8);
        JsonNode inside = found.valueStream()
                .filter(each -> each.get("line").asInt() == 4
                        && each.get("code").asString().equals("Y004"))
                .findFirst()
                .orElseThrow();
        assertThat(place(inside)).containsExactly(4, 9, 4, 14);
        assertThat(new GitHubRenderer().render(report))
                .contains("line=3,endLine=3,col=1,endColumn=8,title=Y004")
                .contains("line=4,endLine=4,col=9,endColumn=14,title=Y004");
        JsonNode region = JSON.readTree(new SarifRenderer(Optional.empty()).render(report))
                .at("/runs/0/results")
                .valueStream()
                .map(result -> result.at("/locations/0/physicalLocation/region"))
                .filter(each -> each.get("startLine").asInt() == 4
                        && each.get("startColumn").asInt() == 9)
                .findFirst()
                .orElseThrow();
        assertThat(region.get("endColumn").asInt()).isEqualTo(14);
    }

    private static List<Integer> place(JsonNode finding) {
        return Stream.of("line", "column", "endLine", "endColumn")
                .map(key -> finding.get(key).asInt())
                .toList();
    }

    @Test
    void longLinesAreCutToThePartAroundThePlace() {
        String line = "x".repeat(500) + "HERE" + "y".repeat(500);
        String shown = text(report(line, at(1, 501, 1, 505)));
        assertThat(shown.lines()).allMatch(each -> each.length() < 140);
        assertThat(shown).contains("HERE", "…xxx", "yyy…");
        List<String> lines = shown.lines().toList();
        assertThat(lines.get(3).indexOf('H')).isEqualTo(lines.get(4).indexOf('^'));
    }

    @Test
    void aPlaceOverSeveralLinesIsMarkedAtBothEnds() {
        assertThat(text(report("a: [1,\n  2,\n  3]\nb: 1", at(1, 4, 3, 5).label("a list"))))
                .contains("""
                1 | a: [1,
                  |    ^^^
                ..
                3 |   3]
                  |   ^^ a list
                """);
        assertThat(text(report("a: [1,\n", at(1, 4, 2, 1).label("open")))).contains("  |    ^^^ open\n");
    }

    @Test
    void placesInOtherFilesFollowUnderTheirNames() {
        Map<String, SourceText> sources = new LinkedHashMap<>();
        sources.put("a.yaml", new SourceText("a.yaml", "extends: b.yaml"));
        sources.put("b.yaml", new SourceText("b.yaml", "seed: 1\n"));
        Diagnostic finding = at(1, 1, 1, 8)
                .related(Related.at("seed", new Span("b.yaml", 1, 7, 1, 8), "the seed"))
                .note("why")
                .help("do this");
        assertThat(text(new CheckReport(List.of(finding), sources))).isEqualTo("""
                error[Y005]: wrong
                 --> a.yaml:1:1
                  |
                1 | extends: b.yaml
                  | ^^^^^^^
                 ::: b.yaml:1:7
                  |
                1 | seed: 1
                  |       - the seed
                  = note: why
                help: do this

                1 error
                """);
    }

    @Test
    void coloursAreThereOnlyWhereAsked() {
        CheckReport report = report("seed: x", at(1, 7, 1, 8).help("write a number"));
        String coloured = new TextRenderer(true).render(report);
        assertThat(coloured).contains("\u001b[1;31merror[Y005]\u001b[0m", "\u001b[1;31m^\u001b[0m");
        // Yellow, green and cyan cannot be read on white.
        assertThat(coloured).doesNotContainPattern("\u001b\\[1;3[236]m");
        assertThat(new TextRenderer(true).render(report("", Diagnostic.warning("Y009", "seed", "none"))))
                .contains("\u001b[1;35mwarning[Y009]\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(report));
        assertThat(text(report)).doesNotContain("\u001b");
    }

    @Test
    void annotationsForGitHubEscapeWhatWouldEndThem() {
        Diagnostic finding = Diagnostic.warning("Y009", "seed", "100 % wrong")
                .at(new Span("a,b:c.yaml", 3, 2, 3, 9))
                .help("first\nthen");
        Diagnostic argument = at(1, 1, 2, 1).at(new Span("<argument 1>", 1, 1, 1, 2));
        assertThat(new GitHubRenderer().render(report("", finding, argument))).isEqualTo("""
                ::warning file=a%2Cb%3Ac.yaml,line=3,endLine=3,col=2,endColumn=9,title=Y009::100 %25 wrong\
                %0Ahelp: first%0Athen
                ::error title=Y005::wrong
                """);
        assertThat(new GitHubRenderer().render(report(""))).isEmpty();
    }

    @Test
    void sarifHoldsRulesPlacesAndFixes() {
        CheckReport report = check("""
                name: sarif
                seed: 1
                data: {source: moons, nois: 0.1}
                architecture:
                  layers:
                    - {type: dense, units: 3, activation: relu}
                    - {type: dense, units: 1, activation: sigmoid, inputs: 4}
                training: {loss: binary_cross_entropy}
                """);
        JsonNode log = JSON.readTree(new SarifRenderer(Optional.of("1.2")).render(report));
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.get("runs").get(0);
        assertThat(run.get("columnKind").asString()).isEqualTo("unicodeCodePoints");
        assertThat(run.at("/tool/driver/version").asString()).isEqualTo("1.2");
        assertThat(run.at("/tool/driver/rules")
                        .valueStream()
                        .map(rule -> rule.get("id").asString()))
                .containsExactly("S110", "Y004");
        JsonNode first = run.get("results").get(0);
        assertThat(first.get("ruleId").asString()).isEqualTo("Y004");
        assertThat(run.at("/tool/driver/rules/" + first.get("ruleIndex").asInt() + "/id")
                        .asString())
                .isEqualTo("Y004");
        assertThat(first.get("level").asString()).isEqualTo("error");
        assertThat(first.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("my%20file.yaml");
        JsonNode region = first.at("/locations/0/physicalLocation/region");
        assertThat(List.of(
                        region.get("startLine").asInt(),
                        region.get("startColumn").asInt(),
                        region.get("endLine").asInt(),
                        region.get("endColumn").asInt()))
                .containsExactly(3, 23, 3, 27);
        assertThat(first.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text")
                        .asString())
                .isEqualTo("noise");
        assertThat(run.get("results").get(1).get("relatedLocations")).hasSize(1);
    }

    @Test
    void sarifOfAFindingInAnArgumentNamesTheValue() {
        Diagnostic argument = at(1, 1, 1, 2).at(new Span("<argument 1>", 1, 1, 1, 2));
        Diagnostic fixed = argument.fix(Fix.replace(argument.span().orElseThrow(), "1", "write 1"));
        JsonNode result = JSON.readTree(new SarifRenderer(Optional.empty()).render(report("", fixed)))
                .at("/runs/0/results/0");
        assertThat(result.at("/locations/0").has("physicalLocation")).isFalse();
        assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asString())
                .isEqualTo("seed");
        assertThat(result.has("fixes")).isFalse();
    }

    private static CheckReport check(String yaml) {
        LoadedExperiment loaded =
                new ExperimentLoader(BaseResolver.none()).load(new SourceText("my file.yaml", yaml), List.of());
        return new Checker().check(loaded, Optional.empty());
    }
}
