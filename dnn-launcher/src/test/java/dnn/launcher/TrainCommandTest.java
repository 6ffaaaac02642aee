package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.launcher.process.ExitCode;
import dnn.launcher.process.Interruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
    private static final String MOONS =
            CommandRun.configs().resolve("moons.yaml").toString();

    @TempDir
    private Path folder;

    private JsonNode result(String run) throws IOException {
        return new JsonMapper().readTree(Files.readString(folder.resolve(run).resolve("result.json")));
    }

    @Test
    void theMainJobTrainsAndLeavesARunDirectory() throws IOException {
        CommandRun run = CommandRun.of(folder, "train", MOONS);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lastLine())
                .isEqualTo(Path.of("runs", "moons", "2026-01-01T12-00-00").toString());
        JsonNode result = result(run.lastLine());
        assertThat(result.path("metrics").path("test").path("accuracy").asDouble())
                .isGreaterThanOrEqualTo(0.95);
        assertThat(result.path("parameters").asInt()).isEqualTo(20 * 2 + 20 + 7 * 20 + 7 + 5 * 7 + 5 + 5 + 1);
        assertThat(result.path("seed").asInt()).isEqualTo(42);
        Path directory = folder.resolve(run.lastLine());
        for (String file : List.of(
                "experiment.yaml",
                "metrics.csv",
                "log.txt",
                "model/weights.safetensors",
                "model/preprocessing.json",
                "plots/learning-curves.svg",
                "plots/decision-regions.svg",
                "plots/confusion-matrix.svg",
                "plots/network.svg")) {
            assertThat(directory.resolve(file)).isNotEmptyFile();
        }
        List<String> rows = Files.readAllLines(directory.resolve("metrics.csv"));
        assertThat(rows.get(0))
                .isEqualTo("epoch,train.loss,validation.loss,train.accuracy,validation.accuracy,learning_rate,seconds");
        assertThat(rows).hasSize(1 + result.path("epochs").asInt());
        try (var files = Files.walk(directory)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void aNarrowTerminalIsNotOverrun() {
        CommandRun run = CommandRun.onTerminal(
                folder, 40, "train", MOONS, "training.epochs=40", "training.metrics=[accuracy, f1, roc_auc]");
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.length() <= 40);
        assertThat(run.out()).contains("roc_auc").containsPattern("(?s)train +700.*train +0");
        assertThat(run.err().substring(run.err().indexOf("moons: 1,000")).split("[\\r\\n]"))
                .allMatch(line -> line.length() <= 40);
    }

    @Test
    void aVerdictStandsOnTheTerminalInTheResultAndInTheLog() throws IOException {
        CommandRun run = CommandRun.of(
                folder, "train", MOONS, "training.epochs=1", "training.optimizer.learning_rate=1e-6", "--run-dir", "r");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("\\nbaseline +150 +0\\.6931 +0\\.5000\\n");
        String sentence = result("r").path("verdict").get(0).asString();
        assertThat(run.out().lines()).contains(sentence);
        assertThat(sentence).contains("baseline", "`accuracy` of the test split", "95 % interval");
        assertThat(folder.resolve("r/log.txt")).content().contains(sentence);
        CommandRun longer = CommandRun.of(folder, "train", MOONS, "--run-dir", "longer");
        assertThat(longer.out()).contains("\nbetter than the baseline: `accuracy`");
    }

    @Test
    void theResolvedExperimentGivesTheSameBitsAndAnotherSeedOthers() throws IOException {
        String first =
                CommandRun.of(folder, "train", MOONS, "training.epochs=5").lastLine();
        String again = CommandRun.of(
                        folder,
                        "train",
                        folder.resolve(first).resolve("experiment.yaml").toString())
                .lastLine();
        String other = CommandRun.of(folder, "train", MOONS, "training.epochs=5", "seed=43")
                .lastLine();
        assertThat(again).isNotEqualTo(first);
        assertThat(result(again).path("weightsSha256")).isEqualTo(result(first).path("weightsSha256"));
        assertThat(result(other).path("weightsSha256"))
                .isNotEqualTo(result(first).path("weightsSha256"));
    }

    @Test
    void aNamedRunDirectoryIsUsedItself() {
        CommandRun run = CommandRun.of(folder, "train", MOONS, "training.epochs=2", "--run-dir", "here");
        assertThat(run.lastLine()).isEqualTo("here");
        assertThat(folder.resolve("here/result.json")).exists();
        assertThat(folder.resolve("here/.lock")).doesNotExist();
    }

    @Test
    void numbersThatAreNoLongerFiniteEndTheRunWithTheLastGoodWeights() throws IOException {
        CommandRun run = CommandRun.of(
                folder,
                "train",
                MOONS,
                "training.loss=mean_squared_error",
                "training.metrics=[]",
                "architecture.layers[3].activation=identity",
                "architecture.inputs=1",
                "checks.T502=ignore",
                "training.optimizer={type: sgd, learning_rate: 1e30}",
                "data.source=linear");
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DIVERGED);
        assertThat(run.err()).contains("training stopped: ").doesNotContain("\tat ");
        JsonNode result = result(run.lastLine());
        assertThat(result.path("status").asString()).isEqualTo("diverged");
        assertThat(result.path("reason").asString()).contains("layer");
        assertThat(folder.resolve(run.lastLine()).resolve("model/weights.safetensors"))
                .isNotEmptyFile();
        CommandRun inspected =
                CommandRun.of(folder, "inspect", folder.resolve(run.lastLine()).toString());
        assertThat(inspected.exit()).as(inspected.err()).isZero();
    }

    @Test
    void ctrlCSavesWhatWasLearnt() throws IOException {
        Interruption interruption = new Interruption();
        interruption.request();
        CommandRun run = CommandRun.of(folder, interruption, "train", MOONS);
        assertThat(run.exit()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(result(run.lastLine()).path("status").asString()).isEqualTo("interrupted");
        assertThat(CommandRun.of(folder, "evaluate", run.lastLine()).exit()).isZero();
    }

    @Test
    void aBackendThatCannotRunHereIsRefusedBeforeTraining() {
        CommandRun run = CommandRun.of(folder, "train", MOONS, "engine={backend: commons-math, precision: float32}");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[T510]", "<argument 1>", "float32").doesNotContain("epoch 1/");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aRunDirectoryThatCannotBeWrittenIsRefusedBeforeTraining() throws IOException {
        Files.writeString(folder.resolve("taken"), "a file");
        CommandRun run = CommandRun.of(folder, "train", MOONS, "--run-dir", "taken/run");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[T509]").doesNotContain("epoch 1/").doesNotContain("\tat ");
    }

    /** The process information of Linux is a disk without a free byte, for every user. */
    @Test
    void aDiskThatIsTooSmallIsRefusedBeforeTraining() throws IOException {
        Path full = Path.of("/proc");
        assumeTrue(
                Files.isDirectory(full) && Files.getFileStore(full).getUsableSpace() == 0,
                "skipped: there is no /proc without free bytes");
        CommandRun run = CommandRun.of(folder, "train", MOONS, "--run-dir", "/proc/dnn-run");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err())
                .contains("error[T509]: the run directory `/proc/dnn-run` needs about ", "but 0 B are free")
                .contains("`--run-dir DIR`")
                .doesNotContain("epoch 1/")
                .doesNotContain("\tat ");
    }

    @Test
    void sevenMistakesGiveSevenFindingsOnTheirLines() throws IOException {
        Path file = folder.resolve("seven.yaml");
        Files.writeString(file, """
                name: seven
                seed: 1
                data:
                  source: moons
                  items: 0
                architecture:
                  layers:
                    - {type: dense, units: 20, activation: rleu}
                    - {type: dense, units: 7, activation: relu, inputs: 12}
                    - {type: dense, units: 1, activation: relu}
                initialization:
                  layers:
                    dense3: {weights: {values: [[1, 2, 3]]}}
                training:
                  los: binary_cross_entropy
                  loss: binary_cross_entropy
                  optimizer: {type: adam, learning_rate: -0.1}
                """);
        CommandRun run = CommandRun.of(folder, "train", file.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("\tat ");
        CommandRun json = CommandRun.of(folder, "check", file.toString(), "--format", "json");
        assertThat(json.exit()).isEqualTo(ExitCode.REFUSED);
        JsonNode diagnostics = new JsonMapper().readTree(json.out()).path("diagnostics");
        List<String> places = diagnostics
                .valueStream()
                .map(finding -> finding.path("line").asInt() + " "
                        + finding.path("code").asString())
                .toList();
        assertThat(places).containsExactly("5 Y011", "8 Y007", "9 S110", "10 O302", "13 S101", "15 Y004", "17 Y011");
        assertThat(folder.resolve("runs")).doesNotExist();
    }
}
