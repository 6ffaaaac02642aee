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
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Something else than what a command takes: it says what that is, and what to do; and nothing is overwritten unasked.
 */
class WrongArgumentTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/experiment.yaml"), "name: x");
        Files.writeString(folder.resolve("run/result.json"), "{}");
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("moons.yaml"), "name: x");
        Files.writeString(folder.resolve("t.csv"), "a,b\n" + "1,x\n2,y\n".repeat(30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            moons.yaml | there is no command `moons.yaml` | `dnn check moons.yaml` checks this experiment, `dnn train
            t.csv | there is no command `t.csv` | `dnn init t.csv --target COLUMN`
            runs/x | there is no command `runs/x` | `dnn evaluate runs/x`
            help nosuch | there is no command `nosuch` | `dnn --help`
            train RUN | it is a run directory | experiment.yaml`; `dnn evaluate`
            gradcheck RUN | it is a run directory | experiment.yaml`; `dnn evaluate`
            check RUN | it is a run directory | experiment.yaml`; `dnn evaluate`
            train FOLDER | it is a directory | such as
            evaluate nosuch | there is no run `nosuch` | the path that `dnn train` printed last
            predict nosuch --data t.csv | there is no run `nosuch` | the path that `dnn train` printed last
            evaluate moons.yaml | is a file, and a run is a directory | `dnn train moons.yaml`
            evaluate empty | `empty` is not a usable run directory | the path that `dnn train` printed last
            inspect nosuch | there is no experiment and no run `nosuch` | the file of an experiment, or the path
            inspect nosuch.yaml | there is no file `nosuch.yaml` | relative
            inspect empty | `empty` is not a usable run directory | the path that `dnn train` printed last
            init nofile.csv --target y | there is no file | give the path of a table
            init tt.csv --target y | there is no file | files with similar names there: `t.csv`
            """)
    void itSaysWhatItIsAndWhatToDo(String line, String what, String todo) {
        CommandRun run = CommandRun.of(
                folder,
                line.replace("RUN", folder.resolve("run").toString())
                        .replace("FOLDER", folder.toString())
                        .split(" "));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains(what, todo).doesNotContain("\tat ");
    }

    @Test
    void helpIsACommandToo() {
        assertThat(CommandRun.of(folder, "help").out())
                .isEqualTo(CommandRun.of(folder, "--help").out());
        assertThat(CommandRun.of(folder, "help", "train").out()).contains("Usage: dnn train");
    }

    @Test
    void predictDoesNotReplaceItsTable() throws IOException {
        String before = Files.readString(folder.resolve("t.csv"));
        Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("t.csv"));
        for (String output : new String[] {"t.csv", "./t.csv", "link.csv"}) {
            CommandRun run = CommandRun.of(folder, "predict", "run", "--data", "t.csv", "--output", output);
            assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).contains("`--output` names the table itself");
        }
        assertThat(folder.resolve("t.csv")).hasContent(before);
    }

    @ParameterizedTest
    @CsvSource({
        "init t.csv --target b --output mine, mine",
        "init t.csv --target b --output new.yaml, experiment.schema.json",
        "schema --output mine, mine"
    })
    void aFileThatExistsIsReplacedOnRequestOnly(String line, String file) throws IOException {
        Files.writeString(folder.resolve(file), "mine");
        CommandRun plain = CommandRun.of(folder, line.split(" "));
        assertThat(plain.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(plain.err()).contains(file + "` exists", "`--overwrite`");
        assertThat(folder.resolve(file)).hasContent("mine");
        assertThat(folder.resolve("new.yaml")).doesNotExist();
        CommandRun overwriting = CommandRun.of(folder, (line + " --overwrite").split(" "));
        assertThat(overwriting.err()).doesNotContain(" exists");
        assertThat(Files.readString(folder.resolve(file))).isNotEqualTo("mine");
    }

    @Test
    void theSameSchemaIsWrittenAgain() {
        assertThat(CommandRun.of(folder, "schema", "--output", "s.json").exit()).isZero();
        assertThat(CommandRun.of(folder, "schema", "--output", "s.json").exit()).isZero();
    }
}
