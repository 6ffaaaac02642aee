package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's own split is judged only on the data that it was trained on. */
class ChangedDataTest {
    @TempDir
    private Path folder;

    private TrainedRun run;
    private List<String> lines = List.of();

    @BeforeEach
    void train() throws IOException {
        run = TrainedRun.in(folder);
        lines = Files.readAllLines(run.table());
    }

    private void assertRefused(List<String> table, String... words) throws IOException {
        Files.write(run.table(), table);
        CommandRun refused = CommandRun.of(folder, "evaluate", "run");
        assertThat(refused.exit()).as(refused.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err())
                .contains("error[T531]: the data that `run` was trained on cannot be used again: ", "t.csv")
                .contains(words)
                .contains("--data FILE")
                .doesNotContain("\tat ");
        assertThat(refused.out()).isEmpty();
        // The table that the user names is another matter.
        assertThat(CommandRun.of(folder, "predict", "run", "--data", "t.csv").exit())
                .isIn(ExitCode.DONE, ExitCode.REFUSED);
    }

    @Test
    void theSameDataIsJudged() throws IOException {
        assertThat(CommandRun.of(folder, "evaluate", "run").exit()).isZero();
        assertThat(Files.readString(run.directory().resolve("data.json")))
                .contains("\"train\"", "\"validation\"", "\"test\"", "t.csv", "\"sha256\"");
    }

    @Test
    void anotherOrderIsRefused() throws IOException {
        List<String> other = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.reverse(other);
        other.add(0, lines.get(0));
        assertRefused(other, "was changed: it had ", " bytes with the SHA-256 ", ", and has ");
    }

    @Test
    void oneMoreRowIsRefused() throws IOException {
        List<String> other = new ArrayList<>(lines);
        other.add("1,red,small");
        assertRefused(other, "was changed");
    }

    @Test
    void aColumnOrAClassThatIsGoneIsRefused() throws IOException {
        assertRefused(
                lines.stream()
                        .map(line -> line.substring(line.indexOf(',') + 1))
                        .toList(),
                "was changed");
        assertRefused(lines.stream().filter(line -> !line.endsWith("big")).toList(), "was changed");
    }

    @Test
    void aTableThatIsGoneIsRefused() throws IOException {
        Files.delete(run.table());
        CommandRun refused = CommandRun.of(folder, "evaluate", "run");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("there is no file `").contains("t.csv`");
    }

    /** Files of an experiment that came from elsewhere are not read: nothing of them is shown. */
    @Test
    void aSourceThatWasExchangedDisclosesNothing() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "password hunter2\nmore,secrets\n");
        Path file = run.directory().resolve("experiment.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                run.table().toString(),
                                folder.resolve("secret.txt").toString()));
        assertThat(Files.readString(file)).contains("secret.txt");
        for (boolean told : new boolean[] {true, false}) {
            if (!told) {
                Files.delete(run.directory().resolve("data.json"));
            }
            run.prove();
            CommandRun evaluated = CommandRun.of(folder, "evaluate", "run");
            assertThat(evaluated.exit()).as(evaluated.err()).isEqualTo(ExitCode.REFUSED);
            CommandRun inspected = CommandRun.of(folder, "inspect", "run");
            assertThat(inspected.exit()).as(inspected.err()).isZero();
            assertThat(inspected.err()).startsWith("without its data: ");
            assertThat(inspected.out()).contains("dense1");
            CommandRun other = CommandRun.of(folder, "evaluate", "run", "--data", "t.csv");
            assertThat(other.exit()).as(other.err()).isZero();
            for (CommandRun each : List.of(evaluated, inspected, other)) {
                assertThat(each.out() + each.err()).doesNotContain("hunter2").doesNotContain("secrets");
            }
        }
    }
}
