package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes whose names YAML may take for truth values, whatever the table and the experiment call them. */
class PositiveClassTest {
    @TempDir
    private Path folder;

    private Path experiment(String first, String second, String data, String training) throws IOException {
        StringBuilder table = new StringBuilder("x,label\n");
        for (int i = 0; i < 40; i++) {
            table.append(Math.sin(i))
                    .append(',')
                    .append(i % 2 == 0 ? first : second)
                    .append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), table);
        return Files.writeString(folder.resolve("a.yaml"), """
                name: truth
                seed: 1
                data:
                  source: t.csv
                  target: label
                %sarchitecture:
                  layers:
                    - {type: dense, units: 1, activation: sigmoid}
                training:
                  loss: binary_cross_entropy
                  epochs: 2
                %s""".formatted(data, training));
    }

    @ParameterizedTest
    @CsvSource({
        "no, yes, no",
        "no, yes, yes",
        "off, on, on",
        "True, False, True",
        "True, False, False",
        "TRUE, FALSE, FALSE",
        "true, false, true",
        "y, n, n",
        "1, 0, 1",
        "1, 0, 1.0",
        "01, 00, 1"
    })
    void aClassIsNamedAsTheTableHasIt(String first, String second, String positive) throws IOException {
        Path file = experiment(first, second, "  positive_class: " + positive + "\n", "");
        CommandRun check = CommandRun.of(folder, "check", file.toString());
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(CommandRun.of(folder, "train", file.toString(), "--run-dir", "run")
                        .exit())
                .isZero();
        assertThat(CommandRun.of(folder, "check", file.toString(), "data.positive_class=" + positive)
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "True, False, false, False",
        "True, False, yes, True",
        "True, False, no, False",
        "True, False, 1, True",
        "no, yes, true, yes",
        "no, yes, false, no",
        "no, yes, No, no",
        "Yes, No, 0, No",
        "on, off, true, on",
        "0, 1, true, 1",
        "0, 1, no, 0",
        "Y, N, yes, Y"
    })
    void anotherWordForTheSameIsEdited(String first, String second, String written, String label) throws IOException {
        Path file = experiment(first, second, "  positive_class: " + written + "\n", "");
        String before = Files.readString(file);
        CommandRun check = CommandRun.of(folder, "check", file.toString());
        assertThat(check.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(check.err())
                .contains("error[D616]: the target has no class `" + written + "`")
                .contains("in the table it is `" + label + "`");
        CommandRun fixed = CommandRun.of(folder, "check", file.toString(), "--fix");
        assertThat(fixed.exit()).as(fixed.err()).isZero();
        assertThat(Files.readString(file).replace("\"", ""))
                .isEqualTo(before.replace("class: " + written, "class: " + label));
    }

    @Test
    void aClassThatIsGivenAWeightIsEditedAsWell() throws IOException {
        Path file = experiment("True", "False", "", "  class_weights: {type: given, weights: {yes: 2, no: 1}}\n");
        CommandRun fixed = CommandRun.of(folder, "check", file.toString(), "--fix");
        assertThat(fixed.exit()).as(fixed.err()).isZero();
        assertThat(Files.readString(file).replace("\"", "")).contains("weights: {True: 2, False: 1}");
    }

    @ParameterizedTest
    @CsvSource({"M, F, false", "1, 2, true", "cat, dog, yes"})
    void whatMeansNoneOfThemIsNotEdited(String first, String second, String written) throws IOException {
        Path file = experiment(first, second, "  positive_class: " + written + "\n", "");
        String before = Files.readString(file);
        CommandRun fixed = CommandRun.of(folder, "check", file.toString(), "--fix");
        assertThat(fixed.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(fixed.err()).contains("help: its classes: ").doesNotContain("in the table");
        assertThat(Files.readString(file)).isEqualTo(before);
    }
}
