package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectWeightsTest {
    @TempDir
    private static Path folder;

    private static CommandRun run(String... arguments) {
        return CommandRun.of(folder, arguments);
    }

    private static String at(String run) {
        return folder.resolve(run).toString();
    }

    private static String config(String name) {
        return CommandRun.configs().resolve(name).toString();
    }

    @BeforeAll
    static void train() {
        CommandRun zeros = run(
                "train", config("lecture/zeros.yaml"), "checks.I202=ignore", "training.epochs=3", "--run-dir", "zeros");
        assertThat(zeros.exit()).as(zeros.err()).isZero();
        CommandRun iris = run("train", config("iris.yaml"), "training.epochs=2", "--run-dir", "iris");
        assertThat(iris.exit()).as(iris.err()).isZero();
        CommandRun wide = run(
                "train",
                config("moons.yaml"),
                "training.epochs=1",
                "architecture.layers=[{type: dense, name: wide, units: 300, activation: relu}, "
                        + "{type: dense, units: 1, activation: sigmoid}]",
                "--run-dir",
                "wide");
        assertThat(wide.exit()).as(wide.err()).isZero();
    }

    @Test
    void rowsThatAreTheSameAreSeenAndSaid() {
        CommandRun shown = run("inspect", at("zeros"), "--weights", "1");
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.out())
                .startsWith("W[1], b[1] of `hidden`: a row for each unit, a column for each input\n")
                .contains("all 4 rows of W[1] and b[1] are the same: the layer is worth one unit\n")
                .doesNotContain("W[2]");
        assertThat(shown.out()
                        .lines()
                        .skip(2)
                        .limit(4)
                        .map(line -> line.substring(4))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void inputsAreNamedAndOtherLayersNumbered() {
        String shown = run("inspect", at("iris"), "--weights").out();
        assertThat(shown)
                .containsPattern("\\nunit +sepal_length +sepal_width +petal_length +petal_width +b\\[1\\]\\n")
                .containsPattern("\\nunit +1 +2 +3 .* b\\[2\\]\\n")
                .containsPattern("\\nb\\[1\\]: -?[\\d.]+ to -?[\\d.]+, mean -?[\\d.]+, standard deviation [\\d.]+\\n");
    }

    @Test
    void ofALargeLayerACornerAndFiguresAreShown() {
        CommandRun shown = run("inspect", at("wide"), "--weights");
        assertThat(shown.out())
                .contains("W[1], b[1] of `wide`: a row for each unit, the first 10 of 300, a column for each input\n")
                .contains(", a column for each unit of the layer before, the first 8 of 300\n");
        assertThat(shown.out().lines()).hasSizeLessThan(60).allMatch(line -> line.length() < 130);
        assertThat(CommandRun.onTerminal(folder, 60, "inspect", at("wide"), "--weights")
                        .out()
                        .lines())
                .allMatch(line -> line.length() <= 60);
    }

    @Test
    void programsGetTheSameAsOneObject() {
        CommandRun shown = run("inspect", at("zeros"), "--weights", "--format", "json");
        JsonNode object = new JsonMapper().readTree(shown.out());
        assertThat(object.path("version").asInt()).isEqualTo(1);
        assertThat(object.path("kind").asString()).isEqualTo("shallow: one hidden layer");
        assertThat(object.path("parameters").asInt()).isEqualTo(4 * 2 + 4 + 4 + 1);
        JsonNode first = object.path("weights").get(0);
        assertThat(first.path("inputs").toString()).isEqualTo("[\"x1\",\"x2\"]");
        assertThat(first.path("equalUnits").toString()).isEqualTo("[[1,2,3,4]]");
        JsonNode weights = first.path("tensors").get(0);
        assertThat(weights.path("symbol").asString()).isEqualTo("W[1]");
        assertThat(weights.path("shape").toString()).isEqualTo("[4,2]");
        assertThat(weights.path("rows")).hasSize(4);
        assertThat(weights.path("rows").get(3)).isEqualTo(weights.path("rows").get(0));
        assertThat(weights.path("greatest").isNumber()).isTrue();
        JsonNode equations = new JsonMapper()
                .readTree(run("inspect", at("zeros"), "--equations", "--format", "json")
                        .out());
        assertThat(equations.path("equations").get(1).asString()).startsWith("(1)   z1 = W1·x + b1");
        assertThat(equations.has("weights")).isFalse();
    }

    @Test
    void theRunMayFollowTheOption() {
        assertThat(run("inspect", "--weights", at("zeros")).out())
                .isEqualTo(run("inspect", at("zeros"), "--weights").out());
    }

    @Test
    void aLayerOrARunThatIsNotThereIsNamed() {
        CommandRun layer = run("inspect", at("zeros"), "--weights", "dense7");
        assertThat(layer.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(layer.err()).contains("zeros` has no layer `dense7` that keeps numbers", "`hidden`, `output`");
        CommandRun experiment = run("inspect", config("moons.yaml"), "--weights");
        assertThat(experiment.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(experiment.err()).contains("`--weights` shows what a run learnt", "train it first");
        CommandRun nothing = run("inspect");
        assertThat(nothing.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(nothing.err()).contains("missing required parameter: 'FILE|RUN'");
    }
}
