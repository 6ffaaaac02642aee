package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.path.KeyPaths;
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

/** The step in which numbers stopped being finite is kept, explained, and done again. */
class ReplayCommandTest {
    private static final String RATE = """
            name: rate
            seed: 1
            data: {source: linear, items: 200, features: 3}
            architecture: {layers: [{type: dense, units: 8, activation: relu}, {type: dense, units: 1}]}
            training:
              loss: mean_squared_error
              optimizer: {type: sgd, learning_rate: 3}
              epochs: 50
            checks: {T501: ignore, T502: ignore}
            """;

    private static final String TABLE = """
            name: table
            seed: 1
            data:
              source: t.csv
              target: y
              preprocessing: {numeric: {scale: SCALE}}
            architecture: {layers: [{type: dense, units: 8, activation: relu}, {type: dense, units: 1}]}
            training:
              loss: mean_squared_error
              optimizer: {type: sgd, learning_rate: 0.1}
              epochs: 50
              batch_size: 8
            checks: {T502: ignore, D604: ignore, D620: ignore}
            """;

    @TempDir
    private Path folder;

    private CommandRun diverged(String experiment, String... overrides) throws IOException {
        Files.writeString(folder.resolve("x.yaml"), experiment);
        String[] arguments = new String[overrides.length + 4];
        List<String> fixed = List.of("train", folder.resolve("x.yaml").toString(), "--run-dir", "run");
        for (int i = 0; i < 4; i++) {
            arguments[i] = fixed.get(i);
        }
        System.arraycopy(overrides, 0, arguments, 4, overrides.length);
        CommandRun run = CommandRun.of(folder, arguments);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DIVERGED);
        return run;
    }

    private JsonNode replayed() {
        CommandRun replay = CommandRun.of(folder, "replay", "run", "--format", "json");
        assertThat(replay.exit()).as(replay.err()).isZero();
        return new JsonMapper().readTree(replay.out());
    }

    /** A row in line {@code odd} that is like no other. */
    private void writeTable(double factor, int odd) throws IOException {
        StringBuilder text = new StringBuilder("a,b,y\n");
        for (int line = 2; line < 202; line++) {
            double a = Math.sin(line) * factor * (line == odd ? 1e9 : 1);
            text.append(a)
                    .append(',')
                    .append(Math.cos(line))
                    .append(',')
                    .append(Math.sin(line) + 0.3)
                    .append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engine.backend=simd",
                "engine.backend=commons-math",
                "training.optimizer={type: sgd, learning_rate: 30, momentum: 0.9}",
                "training.batch_size=1",
                "architecture.layers=[{type: dense, units: 8}, {type: batch_norm}, {type: dense, units: 1}]"
            })
    void theStepIsDoneAgainAndDivergesAgain(String override) throws IOException {
        CommandRun run = diverged(RATE, override);
        assertThat(run.err()).contains("likely cause: the learning rate", "`dnn replay run`");
        assertThat(run.out())
                .contains("try first: `training.optimizer.learning_rate=")
                .contains("`; likely cause: the learning rate: with ");
        JsonNode replay = replayed();
        assertThat(replay.path("happensAgain").asBoolean()).isTrue();
        assertThat(run.err())
                .contains("epoch " + replay.path("epoch").asInt() + ", step "
                        + replay.path("step").asInt());
        assertThat(replay.path("edits").get(0).asString()).startsWith(KeyPaths.TRAINING_OPTIMIZER_LEARNING_RATE + "=");
        assertThat(replay.path("layers")).hasSizeGreaterThanOrEqualTo(2);
    }

    /** The last of the last steps is the step itself, and numbers grow up to it. */
    @ParameterizedTest
    @ValueSource(strings = {"training.checkpoints=none", "training.checkpoints={every: 1 epochs}"})
    void theStepsBeforeShowHowNumbersGrew(String override) throws IOException {
        diverged(RATE, override, "training.batch_size=16", "data.split={train: 1.0}");
        JsonNode replay = replayed();
        List<String> rows = Files.readAllLines(folder.resolve("run/divergence/last-steps.csv"));
        assertThat(rows).hasSize(1 + 8 * 2);
        assertThat(replay.path("lastSteps")).hasSize(16);
        assertThat(replay.path("lastSteps").get(0).path("step").isIntegralNumber())
                .isTrue();
        assertThat(replay.path("lastSteps").get(0).path("greatestZ").isNumber()).isTrue();
        assertThat(replay.path("lastSteps").get(0).path("layer").isString()).isTrue();
        String[] last = rows.get(16).split(",", -1);
        JsonNode output = replay.path("layers").get(1).path("z").path("greatest");
        assertThat(last[2]).isEqualTo(String.valueOf(Math.abs(Double.parseDouble(output.asString()))));
        double first = Double.parseDouble(rows.get(4).split(",", -1)[2]);
        assertThat(Math.abs(Double.parseDouble(last[2]))).isGreaterThan(first);
    }

    @Test
    void ofTheValidationLossTheStepsBeforeAreShown() throws IOException {
        CommandRun run = diverged(RATE, "training.batch_size=16");
        assertThat(run.err()).contains("the validation loss is no longer finite after epoch 1");
        JsonNode replay = replayed();
        assertThat(replay.path("split").asString()).isEqualTo("validation");
        assertThat(replay.path("happensAgain").asBoolean()).isTrue();
        assertThat(replay.path("lastSteps")).hasSize(16);
    }

    @Test
    void aCellLikeNoOtherIsNamedByItsRow() throws IOException {
        writeTable(1, 101);
        CommandRun run = diverged(TABLE.replace("SCALE", "none"), "data.split={train: 1.0}");
        assertThat(run.out())
                .contains("try first: correct that cell, or leave its row out; likely cause: a cell of the data: `a`");
        assertThat(replayed().path("cause").asString())
                .startsWith("a cell of the data: `a` in row 101 of ")
                .contains("t.csv");
    }

    @Test
    void aMissingScalingIsNamedWithItsEdit() throws IOException {
        writeTable(1e6, 0);
        diverged(TABLE.replace("SCALE", "none"));
        JsonNode replay = replayed();
        assertThat(replay.path("cause").asString()).startsWith("a missing scaling: `a`");
        String edit = replay.path("edits").get(0).asString();
        CommandRun mended =
                CommandRun.of(folder, "train", folder.resolve("x.yaml").toString(), edit);
        assertThat(mended.exit()).as(mended.err()).isZero();
    }

    @Test
    void theTextShowsEveryLayerAndTheRowsOfTheBatch() throws IOException {
        writeTable(1e6, 0);
        diverged(TABLE.replace("SCALE", "none"));
        CommandRun replay = CommandRun.of(folder, "replay", "run");
        assertThat(replay.exit()).isZero();
        assertThat(replay.out())
                .contains("dense1", "dense2", "gradient of weights", "sum of losses", "row ", "of the last steps");
    }

    @Test
    void aRunThatStayedFiniteHasNothingToReplay() throws IOException {
        Files.writeString(folder.resolve("x.yaml"), RATE);
        CommandRun.of(
                folder,
                "train",
                folder.resolve("x.yaml").toString(),
                "--run-dir",
                "fine",
                "training.optimizer=adam",
                "training.epochs=1");
        CommandRun replay = CommandRun.of(folder, "replay", "fine");
        assertThat(replay.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(replay.err()).contains("stayed finite", "exit code 3");
    }

    @Test
    void aDamagedStepIsRefused() throws IOException {
        diverged(RATE);
        Path numbers = folder.resolve("run/divergence/step.safetensors");
        byte[] bytes = Files.readAllBytes(numbers);
        bytes[bytes.length - 1] ^= 1;
        Files.write(numbers, bytes);
        CommandRun replay = CommandRun.of(folder, "replay", "run");
        assertThat(replay.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(replay.err()).contains("T540", "divergence/step.safetensors");
    }

    @Test
    void whatGoesOnWithALowerRateLeavesNoDivergence() throws IOException {
        diverged(RATE);
        CommandRun resumed = CommandRun.of(folder, "resume", "run", "training.optimizer.learning_rate=0.003");
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(folder.resolve("run/divergence")).doesNotExist();
    }
}
