package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Relative paths begin at the directory that was passed in, wherever the process itself stands. */
class OwnDirectoryTest {
    @TempDir
    private Path folder;

    private void experiments() throws IOException {
        TrainedRun.in(folder);
        Files.createDirectories(folder.resolve("below"));
        Files.writeString(folder.resolve("below/longer.yaml"), "extends: ../e.yaml\nname: longer\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check e.yaml",
                "check below/longer.yaml",
                "check e.yaml --no-data",
                "check e.yaml data.source=t.csv",
                "inspect e.yaml",
                "gradcheck below/longer.yaml",
                "train below/longer.yaml training.epochs=1",
                "predict run --data t.csv --output p.csv",
                "evaluate run --data t.csv",
                "init t.csv --target kind --output first.yaml"
            })
    void relativePathsBeginThere(String line) throws IOException {
        experiments();
        CommandRun run = CommandRun.of(folder, line.split(" "));
        assertThat(run.exit()).as(run.err()).isZero();
    }

    @Test
    void aFileIsMendedWhereItStands() throws IOException {
        experiments();
        Path file = folder.resolve("e.yaml");
        String right = Files.readString(file);
        Files.writeString(file, right.replace("architecture:", "architectur:"));
        CommandRun run = CommandRun.of(folder, "check", "e.yaml", "--fix");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(file)).isEqualTo(right);
    }
}
