package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of numbers that name rows: said by the check, left out by {@code init}. */
class IdentifierColumnsTest {
    @TempDir
    private Path folder;

    private void table(String header, int rows, java.util.function.IntFunction<String> first) throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder(header).append(",size,kind\n");
        for (int row = 0; row < rows; row++) {
            text.append(first.apply(row)).append(',').append(random.nextInt(5000) / 10.0);
            text.append(row % 2 == 0 ? ",lily\n" : ",rose\n");
        }
        Files.writeString(folder.resolve("t.csv"), text);
    }

    private String found(String column, String... lines) throws IOException {
        CommandRun init = CommandRun.of(folder, "init", "t.csv", "--target", "kind", "--output", "t.yaml", "--force");
        assertThat(init.exit()).as(init.err()).isZero();
        String written = Files.readString(folder.resolve("t.yaml"));
        assertThat(written).contains(lines);
        Files.writeString(
                folder.resolve("t.yaml"),
                written.lines()
                        .filter(line -> !line.contains("- " + column + " ") && !line.contains("exclude:"))
                        .reduce("", (all, line) -> all + line + "\n")
                        .replaceAll(", group: \\w+", ""));
        return CommandRun.of(folder, "check", folder.resolve("t.yaml").toString())
                .err();
    }

    @Test
    void nearlyUniqueNumbersAreNoFeature() throws IOException {
        Random random = new Random(1);
        table("person", 200, row -> row == 199 ? "10003" : String.valueOf(10_003 + 40 * row + random.nextInt(40) % 9));
        assertThat(found("person", "- person   # looks like an identifier: "))
                .contains("warning[D608]: the feature `person` has ", " different whole numbers in 200 rows");
    }

    @Test
    void personsWithSeveralRowsAreGroups() throws IOException {
        table("patient", 200, row -> String.valueOf(500 + row / 4));
        assertThat(found("patient", "group: patient}", "# patient has 50 values in 200 rows"))
                .contains("warning[D618]: rows of one `patient` are on both sides of the split: 50 different values");
    }

    /** More different numbers than are counted one by one. */
    @Test
    void numbersOfManyRowsInAnyOrderAreSeen() throws IOException {
        table("c", 50_021, row -> String.valueOf(row * 20_011L % 50_021));
        assertThat(found("c", "- c   # looks like an identifier: 50021 different whole numbers"))
                .contains("warning[D608]: the feature `c` has 50021 different whole numbers in 50021 rows");
    }

    @Test
    void pricesAndCountsOfManyRowsAreMeasured() throws IOException {
        Random random = new Random(1);
        table("price", 50_000, row -> String.valueOf(random.nextInt(3_000_000)));
        CommandRun init = CommandRun.of(folder, "init", "t.csv", "--target", "kind", "--output", "t.yaml");
        assertThat(init.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("t.yaml"))).doesNotContain("exclude:");
    }

    @Test
    void textsThatNameRowsAreSaid() throws IOException {
        table("plant", 40, row -> "p" + row);
        assertThat(found("plant", "- plant   # 40 different texts"))
                .contains("warning[D608]: the feature `plant` has 40 different texts in 40 rows");
    }
}
