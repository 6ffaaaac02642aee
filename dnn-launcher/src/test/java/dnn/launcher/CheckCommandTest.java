package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
    private static final String NETWORK = """
            architecture:
              layers:
                - {type: dense, units: 8, activation: relu}
                - {type: dense, units: 1, activation: sigmoid}
            """;

    @TempDir
    private Path folder;

    private String experiment(String data, String network, String training) throws IOException {
        Files.writeString(
                folder.resolve("a.yaml"),
                "name: a\nseed: 1\ndata: " + data + "\n" + network + "training:\n  loss: binary_cross_entropy\n"
                        + training);
        return "a.yaml";
    }

    private CommandRun check(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        // Files are named as a user in this folder would see them, but found from wherever the test runs.
        for (int i = 1; i < all.length; i++) {
            all[i] = all[i].endsWith(".yaml") ? folder.resolve(all[i]).toString() : all[i];
        }
        return CommandRun.of(folder, all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moons", "lecture/deep", "lecture/shallow", "iris"})
    void examplesPassTheirProbes(String name) {
        CommandRun run = CommandRun.of(folder, "check", CommandRun.example(name).toString(), "--probe");
        probedWell(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"penguins", "breast_cancer", "mpg"})
    void examplesWhoseTableIsElsewherePassTheirProbes(String name) {
        Path table = CommandRun.tables().resolve(name + ".csv");
        assumeTrue(Files.exists(table), () -> "skipped: there is no table " + table);
        String file = CommandRun.example(name).toString();
        probedWell(CommandRun.of(folder, "check", file, "data.source=" + table, "--probe"));
    }

    private static void probedWell(CommandRun run) {
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("[T502]", "[O310]", "[A407]", "[A406]");
    }

    @Test
    void theLossFitsWhatTheTargetIs() throws IOException {
        Files.copy(CommandRun.configs().resolve("tables/iris.csv"), folder.resolve("t.csv"));
        String network = NETWORK.replace("units: 1, activation: sigmoid", "units: 3, activation: softmax");
        experiment("{source: t.csv, target: petal_width}", network, "");
        Path file = folder.resolve("a.yaml");
        Files.writeString(file, Files.readString(file).replace("binary", "categorical"));
        assertThat(CommandRun.of(folder, "check", file.toString()).err())
                .contains(
                        "error[S107]",
                        "write `units: 22` in the last layer; if the target is measured, "
                                + "`loss: mean_squared_error` and `units: 1`");
        Files.writeString(
                file, Files.readString(file).replace("petal_width", "species").replace("3,", "2,"));
        assertThat(CommandRun.of(folder, "check", file.toString()).err())
                .contains("error[S107]")
                .doesNotContain("measured");
    }

    @Test
    void findingsFitTheTerminal() throws IOException {
        experiment("{source: moons}", NETWORK, "  metrics: [accuracy, f1, precision, recal]\n");
        String file = folder.resolve("a.yaml").toString();
        CommandRun narrow = CommandRun.onTerminal(folder, 40, "check", file);
        assertThat(narrow.err())
                .contains("\nhelp: the values allowed here:\n      `accuracy`, `precision`, `recall`,\n");
        assertThat(narrow.err().lines())
                .allMatch(line -> line.length() <= 40 || line.startsWith(" --> ") || line.startsWith("  --> "));
        assertThat(CommandRun.of(folder, "check", file).err())
                .contains("\nhelp: the values allowed here: `accuracy`, `precision`, `recall`, `f1`, ");
    }

    @Test
    void aProbeFindsWhatTheTextDoesNotShow() throws IOException {
        String file = experiment("{source: moons}", NETWORK, "  optimizer: {type: sgd, learning_rate: 900}\n");
        assertThat(check(file).exit()).isZero();
        CommandRun probed = check(file, "--probe");
        assertThat(probed.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(probed.err()).contains("error[T502]", "learning_rate: 900", "write `learning_rate: 90`");
        CommandRun trained = CommandRun.of(folder, "train", folder.resolve(file).toString());
        assertThat(trained.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(trained.err()).contains("error[T502]").doesNotContain("epoch 1/");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void weightsDrawnTooLargeShowInTheFirstLoss() throws IOException {
        String file = experiment(
                "{source: moons}", NETWORK + "initialization: {weights: {type: normal, standard_deviation: 30}}\n", "");
        CommandRun probed = check(file, "--probe");
        assertThat(probed.exit()).as(probed.err()).isZero();
        assertThat(probed.err()).contains("warning[I205]", "warning[O310]", "0.6931");
    }

    @Test
    void deadUnitsShowOnTheFirstBatch() throws IOException {
        String file =
                experiment("{source: moons}", NETWORK + "initialization: {biases: {type: constant, value: -9}}\n", "");
        CommandRun probed = check(file, "--probe");
        assertThat(probed.err()).contains("warning[A407]", "8 of the 8 units");
    }

    @Test
    void whatDoesNotFitIntoMemoryIsRefusedBeforeItIsTaken() throws IOException {
        String file = experiment("{source: moons}", NETWORK.replace("units: 8", "units: 2000000000"), "");
        for (String command : List.of("train", "gradcheck")) {
            CommandRun run = CommandRun.of(folder, command, folder.resolve(file).toString());
            assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).contains("error[A406]", "parameters").doesNotContain("\tat ");
        }
        assertThat(check(file, "--probe").err()).contains("error[A406]");
        CommandRun points = check(experiment("{source: moons, items: 2000000000}", NETWORK, ""));
        assertThat(points.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(points.err()).contains("error[A406]", "use fewer items");
    }

    @Test
    void aBackendThatCannotComputeAsAskedIsRefusedWithoutAProbe() throws IOException {
        String file =
                experiment("{source: moons}", NETWORK + "engine: {backend: commons-math, precision: float32}\n", "");
        CommandRun run = check(file);
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[T510]", "a.yaml:8:");
        CommandRun usable = check(
                experiment("{source: moons}", NETWORK + "engine: {backend: commons-math, precision: float64}\n", ""));
        assertThat(usable.exit()).as(usable.err()).isZero();
    }

    @Test
    void dataCanBeLeftOut() throws IOException {
        String file = experiment("{source: nowhere.csv, target: y}", NETWORK, "");
        assertThat(check(file).err()).contains("error[D601]");
        CommandRun without = check(file, "--no-data");
        assertThat(without.exit()).as(without.err()).isZero();
        CommandRun both = check(file, "--no-data", "--probe");
        assertThat(both.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(both.err()).contains("error[Y013]", "`--probe` and `--no-data` exclude each other");
    }

    @Test
    void valuesMayBeUsedInsteadOfTheFiles() throws IOException {
        String file = experiment("{source: moons}", NETWORK, "");
        CommandRun wrong = check(file, "training.epochs=0", "training.epoch=3");
        assertThat(wrong.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(wrong.err()).contains("<argument 1>:1:17", "training.epochs=0", "`epoch` is not a key", "2 errors");
        assertThat(check(file, "--no-data", "training.epochs=0").err()).contains("<argument 1>:1:17");
        assertThat(check(file, "training.epochs=3").exit()).isZero();
        CommandRun noFile = check("training.epochs=3");
        assertThat(noFile.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(noFile.err()).contains("error[Y013]", "but no file");
    }

    @Test
    void aFileMayHaveAnEqualsSignInItsName() throws IOException {
        String file = experiment("{source: moons}", NETWORK, "");
        Path named = folder.resolve("lr=3.yaml");
        Files.move(folder.resolve(file), named);
        CommandRun run = check("lr=3.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("lr=3.yaml: no mistakes found");
    }

    @Test
    void repeatedAndSortedRowsAreFoundInATable() throws IOException {
        StringBuilder table = new StringBuilder("x,y,class\n");
        for (int row = 0; row < 200; row++) {
            table.append(row % 50 < 40 ? row * 0.37 : 3).append(',').append(row % 50 < 40 ? row * row % 17 : 4);
            table.append(row < 100 ? ",no\n" : ",yes\n");
        }
        Files.writeString(folder.resolve("table.csv"), table);
        String file = experiment("{source: table.csv, target: class}", NETWORK, "  shuffle: false\n");
        CommandRun run = check(file);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning[T507]", "shuffle: false", "warning[D606]");
        CommandRun whole = check(
                experiment("{source: table.csv, target: class}", NETWORK, "  shuffle: false\n  batch_size: full\n"));
        assertThat(whole.err()).doesNotContain("T507");
    }

    @Test
    void findingsForProgramsGoToStandardOutput() throws IOException {
        String file = experiment("{source: moons, nois: 0.1}", NETWORK, "");
        CommandRun sarif = check(file, "--format", "sarif");
        assertThat(sarif.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(sarif.err()).isEmpty();
        JsonNode result = new JsonMapper().readTree(sarif.out()).at("/runs/0/results/0");
        assertThat(result.path("ruleId").asString()).isEqualTo("Y004");
        CommandRun github = check(file, "--format", "github");
        assertThat(github.out())
                .startsWith("::error file=")
                .contains("line=3,", "title=Y004::")
                .endsWith("\n");
        assertThat(github.err()).isEmpty();
    }

    @Test
    void storedWeightsThatDoNotFitAreShownInTheStoredExperiment() throws IOException {
        String run = CommandRun.of(
                        folder,
                        "train",
                        CommandRun.configs().resolve("moons.yaml").toString(),
                        "training.epochs=1")
                .lastLine();
        Path stored = folder.resolve(run).resolve("experiment.yaml");
        Files.writeString(stored, Files.readString(stored).replace("units: 7", "units: 6"));
        CommandRun evaluated = CommandRun.of(folder, "evaluate", run);
        assertThat(evaluated.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(evaluated.err())
                .contains("error[S111]", "`dense2.weights`", "(7, 20)", "(6, 20)", "units: 6", "experiment.yaml:")
                .doesNotContain("\tat ");
    }

    @Test
    void aFileThatCannotBeUsedIsAFinding() throws IOException {
        CommandRun run = CommandRun.of(folder, "predict", "nowhere", "--data", "x.csv");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[Y014]").doesNotContain("\tat ");
    }
}
