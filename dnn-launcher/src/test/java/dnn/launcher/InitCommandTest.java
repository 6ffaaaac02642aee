package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitCommandTest {
    @TempDir
    private Path folder;

    private Path table(String name, int rows, java.util.function.BiFunction<Integer, Random, String> row, String header)
            throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < rows; i++) {
            text.append(row.apply(i, random)).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private void flowers() throws IOException {
        table(
                "Flower Data.csv",
                120,
                (i, random) -> i + "," + random.nextInt(100) / 10.0 + "," + (i % 7 == 0 ? "" : 1 + random.nextInt(5))
                        + ","
                        + (i % 9 == 0 ? "" : List.of("red", "blue", "white").get(i % 3)) + ",note " + random.nextInt()
                        + ",2020," + (i % 2 == 0 ? "lily" : "rose"),
                "id,length,leaves,colour,remark,year,kind");
    }

    @Test
    void theExperimentChecksCleanAndTrains() throws IOException {
        flowers();
        CommandRun run =
                CommandRun.of(folder, "init", "Flower Data.csv", "--target", "kind", "--output", "a/first.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        Path file = folder.resolve("a/first.yaml");
        assertThat(run.lastLine()).isEqualTo(file.toString());
        assertThat(Files.readString(file))
                .startsWith("# yaml-language-server: $schema=experiment.schema.json\n")
                .contains("name: flower_data\n", "source: ../Flower Data.csv ", "target: kind\n")
                .contains("- id   # an identifier", "- remark   # 120 different texts", "- year   # always the same")
                .contains("impute: median", "impute: most_frequent")
                .contains("units: 1, activation: sigmoid", "loss: binary_cross_entropy", "metrics: [accuracy, f1]");
        assertThat(folder.resolve("a/experiment.schema.json")).exists();
        CommandRun check = CommandRun.of(folder, "check", file.toString(), "--deny", "warnings");
        assertThat(check.exit()).as(check.err()).isZero();
        CommandRun train = CommandRun.of(folder, "train", file.toString(), "training.epochs=2", "--run-dir", "run");
        assertThat(train.exit()).as(train.err()).isZero();
    }

    @Test
    void numbersArePredictedAsNumbersAndFewWholeOnesAsClasses() throws IOException {
        table(
                "t.csv",
                100,
                (i, random) -> random.nextDouble() + "," + random.nextDouble() + "," + i % 3,
                "a,price,stars");
        CommandRun price = CommandRun.of(folder, "init", "t.csv", "--target", "price");
        assertThat(price.exit()).as(price.err()).isZero();
        assertThat(price.err()).isEmpty();
        assertThat(price.out())
                .contains("source: t.csv", "loss: mean_squared_error", "{type: dense, units: 1} ", "[mae, r2]")
                .doesNotContain("$schema");
        CommandRun stars = CommandRun.of(folder, "init", "t.csv", "--target", "stars");
        assertThat(stars.out()).contains("units: 3, activation: softmax", "loss: categorical_cross_entropy");
    }

    @Test
    void whatCannotBePredictedIsRefused() throws IOException {
        flowers();
        CommandRun column = CommandRun.of(folder, "init", "Flower Data.csv", "--target", "kinds");
        assertThat(column.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(column.err()).contains("error[D609]", "`kind`");
        CommandRun constant = CommandRun.of(folder, "init", "Flower Data.csv", "--target", "year");
        assertThat(constant.err()).contains("error[D612]", "`2020`");
        CommandRun remark = CommandRun.of(folder, "init", "Flower Data.csv", "--target", "remark");
        assertThat(remark.err()).contains("error[Y013]", "120 different texts");
        CommandRun table = CommandRun.of(folder, "init", "nothing.csv", "--target", "year");
        assertThat(table.err()).contains("error[D601]");
        Files.writeString(folder.resolve("there.yaml"), "mine");
        CommandRun there =
                CommandRun.of(folder, "init", "Flower Data.csv", "--target", "kind", "--output", "there.yaml");
        assertThat(there.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(folder.resolve("there.yaml")).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource({
        "iris.csv,species,categorical",
        "penguins.csv,species,categorical",
        "mpg.csv,mpg,squared",
        "breast_cancer.csv,diagnosis,binary",
        "digits.csv.gz,digit,categorical"
    })
    void realTables(String table, String target, String loss) {
        Path file = CommandRun.tables().resolve(table);
        assumeTrue(Files.exists(file), () -> "there is no " + file);
        CommandRun run = CommandRun.of(folder, "init", file.toString(), "--target", target);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(loss);
    }
}
