package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.config.schema.ExperimentSchema;
import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theFileIsMendedAndTheDifferenceShown() throws IOException {
        String text = Files.readString(CommandRun.configs().resolve("moons.yaml"));
        Path file = Files.writeString(
                folder.resolve("moons.yaml"), "\uFEFF" + text.replace("learning_rate", "learnig_rate"));
        CommandRun run = CommandRun.of(folder, "check", file.toString(), "--fix");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("-  optimizer: {type: adam, learnig_rate: 0.01}")
                .contains("+  optimizer: {type: adam, learning_rate: 0.01}")
                .contains(file + ": no mistakes found");
        assertThat(run.err()).contains("Y004").doesNotContain("error[");
        assertThat(Files.readString(file)).isEqualTo("\uFEFF" + text);
    }

    @Test
    void forProgramsTheDifferenceStaysOutOfStandardOutput() throws IOException {
        String text = Files.readString(CommandRun.configs().resolve("moons.yaml"));
        Path file = Files.writeString(folder.resolve("moons.yaml"), text.replace("units: 20", "unitts: 20"));
        CommandRun run = CommandRun.of(folder, "check", file.toString(), "--fix", "--format", "json");
        assertThat(run.out()).startsWith("{\"version\":1,\"errors\":0");
        assertThat(run.err()).contains("+    - {type: dense, units: 20, activation: relu}");
    }

    @Test
    void aFileThatIsExtendedIsChangedOnlyWhereItIsNamed() throws IOException {
        String text = Files.readString(CommandRun.configs().resolve("moons.yaml"));
        String broken = text.replace("learning_rate", "learnig_rate");
        Path base = Files.writeString(folder.resolve("base.yaml"), broken);
        Path file = Files.writeString(folder.resolve("mine.yaml"), "extends: base.yaml\nname: mine\nsed: 7\n");
        CommandRun alone = CommandRun.of(folder, "check", file.toString(), "--fix");
        assertThat(alone.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(alone.err())
                .contains(base + ", line ", ": not changed (Y004: write `learning_rate`); name the file as well")
                .contains("error[Y004]: `learnig_rate`")
                .doesNotContain("not changed (Y004: write `seed`)");
        assertThat(alone.out()).contains("+seed: 7").doesNotContain("+  optimizer");
        assertThat(base).content().isEqualTo(broken);
        CommandRun both = CommandRun.of(folder, "check", file.toString(), base.toString(), "--fix");
        assertThat(both.exit()).as(both.err()).isZero();
        assertThat(both.err()).doesNotContain("not changed");
        assertThat(base).content().isEqualTo(text);
    }

    @Test
    void whatIsNoTextIsLeftAlone() throws IOException {
        byte[] bytes = "name: a\nsede: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("latin.yaml"), bytes);
        CommandRun run = CommandRun.of(folder, "check", file.toString(), "--fix");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[Y001]");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void theSchemaIsPrintedOrWritten() throws IOException {
        CommandRun printed = CommandRun.of(folder, "schema");
        assertThat(printed.exit()).isZero();
        assertThat(printed.out()).isEqualTo(ExperimentSchema.text());
        CommandRun written = CommandRun.of(folder, "schema", "--output", "schema.json");
        assertThat(written.out()).isEmpty();
        assertThat(folder.resolve("schema.json")).content().isEqualTo(ExperimentSchema.text());
    }

    private static final String BASE = """
            data:
              target: Species
              preprocessing: {columns: {Petal_Length: {scale: min_max}}}
              columns: {sepal_lenght: {format: decimal_piont}}
            architecture:
              layers:
                - {type: dense, name: hidden, units: 8, activation: relu}
                - {type: dense, units: 3, activation: softmax}
            initialization:
              layers:
                hiden: {weights: he_normal}
            training:
              loss: categorical_cross_entropy
              optimiser: adam
              epochs: 3
            """;

    private static final String OWN =
            "extends: base.yaml\nname: mine\nseed: 1\ndata: {source: t.csv, exclude: [petal_width]}\n";

    private Path split() throws IOException {
        Files.writeString(
                folder.resolve("t.csv"),
                Files.readString(CommandRun.configs().resolve("tables/iris.csv"))
                        .replace("petal_length", "Petal Length"));
        Files.writeString(folder.resolve("base.yaml"), BASE);
        return Files.writeString(folder.resolve("mine.yaml"), OWN);
    }

    /** What is wrong shows only where both files are read together; each edit goes where the mistake is written. */
    @Test
    void editsOfAnExperimentInSeveralFilesGoIntoTheFileOfTheMistake() throws IOException {
        Path file = split();
        Path base = folder.resolve("base.yaml");
        CommandRun alone = CommandRun.of(folder, "check", file.toString(), "--fix");
        assertThat(alone.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(alone.err())
                .contains(base + ", line 14: not changed (Y004: write `optimizer`); name the file as well")
                .contains(base + ", line 11: not changed (S109: write `hidden`)")
                .contains(base + ", line 4: not changed (Y007: write `decimal_point`)");
        assertThat(base).content().isEqualTo(BASE);
        assertThat(file).content().isEqualTo(OWN);
        CommandRun both = CommandRun.of(folder, "check", file.toString(), base.toString(), "--fix");
        assertThat(both.err()).doesNotContain("not changed");
        assertThat(base)
                .content()
                .isEqualTo(BASE.replace("Species", "species")
                        .replace("hiden", "hidden")
                        .replace("Petal_Length", "\"Petal Length\"")
                        .replace("sepal_lenght", "sepal_length")
                        .replace("piont", "point")
                        .replace("optimiser", "optimizer"));
        assertThat(file).content().isEqualTo(OWN);
        assertThat(both.out()).contains("--- " + base, "+  target: species").doesNotContain("--- " + file);
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() throws IOException {
        Path file = split();
        Path base = folder.resolve("base.yaml");
        assumeTrue(base.toFile().setWritable(false) && !Files.isWritable(base), "skipped: this user may write all");
        CommandRun both = CommandRun.of(folder, "check", file.toString(), base.toString(), "--fix");
        assertThat(both.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(both.err())
                .contains("error[Y014]: edits cannot be written: `" + base + "`", "this user may not")
                .contains("= note: not done: D609, line 2: write `species`")
                .doesNotContain("\tat ");
        assertThat(base).content().isEqualTo(BASE);
    }
}
