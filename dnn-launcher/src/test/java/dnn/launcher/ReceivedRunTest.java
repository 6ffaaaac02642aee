package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that somebody else has made, or changed, tells nothing of files outside it, whichever command reads it. */
class ReceivedRunTest {
    private static final String SECRET = "hunter2";

    @TempDir
    private Path folder;

    private TrainedRun run = new TrainedRun(Path.of(""), Path.of(""));

    @BeforeEach
    void train() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), SECRET + " is not for others\n");
        run = TrainedRun.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluate run",
                "predict run --data t.csv",
                "inspect run",
                "verify run",
                "replay run",
                "resume run training.epochs=4",
                "train e.yaml --run-dir run --overwrite"
            })
    void itsExperimentReadsNoFileOutside(String line) throws IOException {
        Path experiment = run.directory().resolve("experiment.yaml");
        Files.writeString(
                experiment,
                "extends: ../secret.txt\n" + Files.readString(experiment).replaceFirst("name: .*\n", ""));
        run.prove();
        CommandRun told = CommandRun.of(folder, line.split(" "));
        assertThat(told.exit()).as(told.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(told.out() + told.err()).doesNotContain(SECRET).doesNotContain("\tat ");
    }

    @Test
    void aCompleteRunThatWasChangedDoesNotGoOn() throws IOException {
        Path experiment = run.directory().resolve("experiment.yaml");
        Files.writeString(experiment, Files.readString(experiment).replace("seed: 1", "seed: 2"));
        CommandRun refused = CommandRun.of(folder, "resume", "run", "training.epochs=4");
        assertThat(refused.exit()).as(refused.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("error[T540]", "experiment.yaml");
    }
}
