package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that somebody made up, in a run with a manifest that agrees: it is refused in words, or shown as text. */
class HostileDivergenceTest {
    private static final String STEP = "divergence/step.json";
    private static final String LAST_STEPS = "divergence/last-steps.csv";
    private static final String NUMBERS = "divergence/step.safetensors";

    @TempDir
    private Path folder;

    private TrainedRun run;

    @BeforeEach
    void diverge() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), """
                name: rate
                seed: 1
                data: {source: linear, items: 200, features: 3}
                architecture: {layers: [{type: dense, units: 8, activation: relu}, {type: dense, units: 1}]}
                training:
                  loss: mean_squared_error
                  optimizer: {type: sgd, learning_rate: 3}
                  epochs: 50
                checks: {T501: ignore, T502: ignore}
                """);
        CommandRun trained = CommandRun.of(folder, "train", file.toString(), "--run-dir", "run");
        assertThat(trained.exit()).as(trained.err()).isEqualTo(ExitCode.DIVERGED);
        run = new TrainedRun(folder.resolve("run"), folder.resolve("none.csv"));
        assertThat(run.files()).contains(STEP, LAST_STEPS, NUMBERS);
    }

    private void change(String file, String old, String changed) throws IOException {
        Path path = run.directory().resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, changed));
        run.prove();
    }

    private void isRefused(String file) {
        for (String format : new String[] {"text", "json"}) {
            CommandRun replay = CommandRun.of(folder, "replay", "run", "--format", format);
            assertThat(replay.exit()).as(replay.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(replay.err()).contains(file).doesNotContain("\tat ", "Exception");
            assertThat(replay.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1,dense1",
                "1,dense1,x,1,1,1,1",
                "x,dense1,1,1,1,1,1",
                "1,nothing,1,1,1,1,1",
                "1,dense1,1,1,1,1,1,1",
                "1,dense1,1,1,1,1,\u001b[31m",
                "99999999999999999999,dense1,1,1,1,1,1"
            })
    void rowsOfLastStepsThatAreNone(String row) throws IOException {
        Files.writeString(
                run.directory().resolve(LAST_STEPS),
                "step,layer,greatest_z,unit,item,greatest_output,loss\n" + row + "\n");
        run.prove();
        isRefused(LAST_STEPS);
    }

    @Test
    void stepsThatComeTwice() throws IOException {
        List<String> lines = Files.readAllLines(run.directory().resolve(LAST_STEPS));
        List<String> twice = new ArrayList<>(lines);
        twice.addAll(lines.subList(1, lines.size()));
        Files.write(run.directory().resolve(LAST_STEPS), twice);
        run.prove();
        isRefused(LAST_STEPS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\" : 1|\"version\" : 2",
                "\"quantity\" : \"|\"quantity\" : \"NO",
                "\"value\" : \"|\"value\" : \"x",
                "\"first\" : {|\"second\" : {",
                "\"version\" : 1|\"version\" : 1, \"version\" : 1"
            })
    void aStepThatIsNone(String old, String changed) throws IOException {
        change(STEP, old, changed);
        isRefused(STEP);
    }

    /** What would take all memory is refused before anything is made of it. */
    @Test
    void anExperimentOfAnotherNetwork() throws IOException {
        change("experiment.yaml", "units: 8", "units: 100000000");
        isRefused(NUMBERS);
    }

    @Test
    void anExperimentWithErrors() throws IOException {
        change("experiment.yaml", "loss: mean_squared_error", "loss: binary_cross_entropy");
        isRefused("experiment.yaml");
    }

    @Test
    void tensorsWithoutTheirLayer() throws IOException {
        byte[] bytes = Files.readAllBytes(run.directory().resolve(NUMBERS));
        String text = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("parameters.dense1.weights", "parameters.dense1_weights");
        Files.write(run.directory().resolve(NUMBERS), text.getBytes(StandardCharsets.ISO_8859_1));
        run.prove();
        isRefused(NUMBERS);
    }

    @Test
    void wordsOfAStepAreShownAsText() throws IOException {
        change(STEP, "\"layer\" : \"", "\"layer\" : \"\\u001b[2J\\u202e");
        change(STEP, "training.optimizer", "\\u001b]0;x\\u0007");
        CommandRun replay = CommandRun.of(folder, "replay", "run");
        assertThat(replay.exit()).as(replay.err()).isZero();
        assertThat(replay.out()).doesNotContain("\u001b", "\u202e", "\u0007").contains("\\u001b", "\\u202e");
    }
}
