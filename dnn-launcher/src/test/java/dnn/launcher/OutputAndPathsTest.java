package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that does not get through, and texts that are no paths. */
class OutputAndPathsTest {
    private static final String MOONS =
            CommandRun.configs().resolve("moons.yaml").toString();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--version",
                "--help",
                "check MOONS",
                "inspect MOONS",
                "gradcheck MOONS",
                "explain O301",
                "schema",
                "train MOONS training.epochs=1",
                "train --help"
            })
    void aFullStandardOutputIsNoSuccess(String line) {
        String[] arguments =
                line.isEmpty() ? new String[0] : line.replace("MOONS", MOONS).split(" ");
        CommandRun run = CommandRun.withFullOutput(folder, arguments);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[Y014]: standard output could not be written to its end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check BAD",
                "train BAD",
                "train MOONS training.epochs=1 --run-dir BAD",
                "evaluate BAD",
                "predict BAD --data x.csv",
                "inspect BAD",
                "gradcheck BAD",
                "init BAD --target y",
                "schema --output BAD",
                "train MOONS data.source=BAD"
            })
    void aTextThatIsNoPathIsTheUsersArgument(String line) {
        String[] arguments =
                line.replace("MOONS", MOONS).replace("BAD", "a\0b.csv").split(" ");
        CommandRun run = CommandRun.of(folder, arguments);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[").doesNotContain("\tat ").doesNotContain("\0");
    }
}
