package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    private Path folder;

    private TrainedRun run;

    @BeforeEach
    void train() throws IOException {
        run = TrainedRun.in(folder);
    }

    private CommandRun verify(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "verify";
        arguments[1] = "run";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return CommandRun.of(folder, arguments);
    }

    private void replace(String file, String pattern, String replacement) throws IOException {
        Path path = run.directory().resolve(file);
        String text = Files.readString(path);
        String changed = text.replaceFirst(pattern, replacement);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(path, changed);
        run.prove();
    }

    @Test
    void aRunIsTrainedAgainToTheSameBits() throws IOException {
        List<String> before = run.files();
        CommandRun verified = verify();
        assertThat(verified.exit()).as(verified.err()).isZero();
        assertThat(verified.out().lines())
                .containsExactly(
                        "files: all are as dnn wrote them",
                        "2 epochs: every figure is equal",
                        "weights: every bit is equal");
        assertThat(verified.err()).contains("epoch 1/2  ", "epoch 2/2  ");
        assertThat(run.files()).isEqualTo(before);
    }

    @Test
    void theFirstEpochsOrTheFilesAlone() {
        CommandRun first = verify("--epochs", "1");
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("1 epoch: every figure is equal")
                .contains("weights: not compared, since only 1 of 2 epochs were trained again");
        CommandRun files = verify("--files");
        assertThat(files.exit()).isZero();
        assertThat(files.out()).isEqualTo("files: all are as dnn wrote them\n");
        assertThat(files.err()).doesNotContain("epoch");
    }

    @Test
    void theFirstFigureThatDiffersIsNamed() throws IOException {
        replace("metrics.csv", "(?m)^2,[^,]*,", "2,9.5,");
        CommandRun differs = verify();
        assertThat(differs.exit()).as(differs.err()).isEqualTo(ExitCode.DISAGREES);
        assertThat(differs.out())
                .contains("epoch 2: train.loss was 9.5, and is 0.")
                .contains("weights: every bit is equal")
                .contains("version, Java, processor, backend and data are the same: please report this");
    }

    @Test
    void whatDiffersAroundItIsNamed() throws IOException {
        replace("result.json", "\"java\" : \".*\"", "\"java\" : \"11.0.1\"");
        replace("experiment.yaml", "seed: 1", "seed: 2");
        CommandRun differs = verify();
        assertThat(differs.exit()).as(differs.err()).isEqualTo(ExitCode.DISAGREES);
        assertThat(differs.out())
                .contains("epoch 1: train.loss was ")
                .contains("weights: they are other numbers")
                .contains("around it differs: java was 11.0.1, and is " + Runtime.version());
    }

    @Test
    void damageAndChangedDataAreRefusedBeforeAnythingIsTrained() throws IOException {
        Files.writeString(run.table(), Files.readString(run.table()) + "1,red,small\n");
        CommandRun changed = verify();
        assertThat(changed.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(changed.err()).contains("t.csv` was changed").doesNotContain("epoch 1");
        Path weights = run.directory().resolve("model/weights.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);
        CommandRun damaged = verify("--files");
        assertThat(damaged.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(damaged.err()).contains("error[T540]");
        assertThat(verify("--files", "--epochs", "1").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(verify("--epochs", "0").exit()).isEqualTo(ExitCode.REFUSED);
    }
}
