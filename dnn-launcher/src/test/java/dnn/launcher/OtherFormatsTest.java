package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of other programs, given as a table or as an experiment: each help says what to do with them. */
class OtherFormatsTest {
    @TempDir
    private Path folder;

    private CommandRun check(String source) throws IOException {
        Files.writeString(
                folder.resolve("e.yaml"),
                "name: e\nseed: 1\ndata: {source: \"" + source + "\", target: y}\n"
                        + "architecture: {layers: [{type: dense, units: 1}]}\n"
                        + "training: {loss: mean_squared_error, optimizer: {type: adam, learning_rate: 0.01}}\n");
        CommandRun run = CommandRun.of(folder, "check", "e.yaml");
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        return run;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t.xlsx | 'PK\u0003\u0004\u0014\u0000\u0000\u0000' | save the sheet as CSV, and name that file",
                "t.parquet | 'PAR1\u0015\u0004\u0015\u0000' | write it as CSV with the tool that made it",
                "t.json | {\"a\": [1, 2]} | write it as CSV with the tool that made it",
                "t.zip | 'PK\u0003\u0004\u0014\u0000' | unpack it, and name the table inside"
            })
    void anotherTable(String name, String content, String help) throws IOException {
        Files.writeString(folder.resolve(name), content + "\n" + content + "\n");
        assertThat(check(name).err()).contains("error[D610]", name, help);
        CommandRun init = CommandRun.of(folder, "init", name, "--target", "y");
        assertThat(init.exit()).isEqualTo(2);
        assertThat(init.err()).contains("error[D610]", "--> " + name, help).doesNotContain("\tat ");
    }

    @Test
    void anAddress() throws IOException {
        String help = "an address is no file: download the table, and name the file";
        assertThat(check("https://example.org/t.csv").err()).contains("error[D601]", help);
        CommandRun init = CommandRun.of(folder, "init", "https://example.org/t.csv", "--target", "y");
        assertThat(init.err()).contains("error[D601]", help);
    }

    @Test
    void noHeader() throws IOException {
        Files.writeString(folder.resolve("bare.csv"), "1,2,3\n4,5,6\n7,8,9\n");
        assertThat(check("bare.csv").err()).contains("error[D609]", "the first row looks like data", "header: false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e.toml | '[data]\nsource = \"moons\"\n' | TOML",
                "e.py | 'import torch\nmodel = torch.nn.Linear(2, 1)\n' | Python"
            })
    void anotherExperiment(String name, String content, String said) throws IOException {
        Files.writeString(folder.resolve(name), content);
        CommandRun run = CommandRun.of(folder, "check", name);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("error[Y015]", said, "help: ").doesNotContain("\tat ");
    }
}
