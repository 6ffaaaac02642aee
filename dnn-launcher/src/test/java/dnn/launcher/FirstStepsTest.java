package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a first user does in a fresh copy of the examples: the README's commands, word for word, and what comes next.
 */
class FirstStepsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String part : List.of("", "tables", "lecture")) {
            Path from = CommandRun.configs().resolve(part);
            Path to = Files.createDirectories(folder.resolve("configs").resolve(part));
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
                }
            }
        }
    }

    @Test
    void evaluatingOnTheTableOfTheTrainingIsRemarkedOn() throws IOException {
        String iris = folder.resolve("configs/iris.yaml").toString();
        CommandRun trained = CommandRun.of(folder, "train", iris, "training.epochs=2", "--run-dir", "r");
        assertThat(trained.exit()).as(trained.err()).isZero();
        CommandRun same = CommandRun.of(folder, "evaluate", "r", "--data", "configs/tables/iris.csv");
        assertThat(same.exit()).as(same.err()).isZero();
        // 105 rows of the training split, and rows of the others that equal one of them.
        assertThat(same.err())
                .containsPattern("known: 10[5-9] of 150 rows equal a row that the network was trained on");
        assertThat(same.err()).contains("`dnn evaluate r`");
        assertThat(CommandRun.of(folder, "evaluate", "r").err()).doesNotContain("known:");
        Files.writeString(folder.resolve("new.csv"), """
                sepal_length,sepal_width,petal_length,petal_width,species
                5.11,3.52,1.43,0.21,setosa
                6.01,2.92,4.43,1.21,versicolor
                """);
        CommandRun other = CommandRun.of(folder, "evaluate", "r", "--data", "new.csv");
        assertThat(other.exit()).as(other.err()).isZero();
        assertThat(other.err()).doesNotContain("known:");
    }

    @Test
    void scaledTargetsAreRecognizedToo() throws IOException {
        StringBuilder table = new StringBuilder("a,price\n");
        for (int i = 0; i < 100; i++) {
            table.append(i * 37 % 101 / 7.0)
                    .append(',')
                    .append(1500 + i * 13 % 89)
                    .append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), table);
        CommandRun.of(folder, "init", "t.csv", "--target", "price", "--output", "t.yaml");
        CommandRun.of(folder, "train", folder.resolve("t.yaml").toString(), "training.epochs=21", "--run-dir", "t");
        assertThat(CommandRun.of(folder, "evaluate", "t", "--data", "t.csv").err())
                .contains("known: 70 of 100 rows equal a row that the network was trained on");
    }

    @Test
    void theCommandsOfTheReadmeWorkWordForWord() throws IOException {
        String readme = Files.readString(CommandRun.configs().resolveSibling("README.md"));
        int commands = 0;
        for (String line : readme.lines().toList()) {
            if (!line.startsWith("./dnn ") || line.contains("my-moons")) {
                continue;
            }
            String[] arguments =
                    line.replaceAll(" +#.*", "").substring("./dnn ".length()).split(" +");
            for (int i = 1; i < arguments.length; i++) {
                if (arguments[i].endsWith(".yaml") && !arguments[i - 1].equals("--output")) {
                    arguments[i] = folder.resolve(arguments[i]).toString();
                }
            }
            CommandRun run = CommandRun.of(folder, arguments);
            assertThat(run.exit()).as(line + "\n" + run.err()).isZero();
            commands++;
        }
        assertThat(commands).isGreaterThanOrEqualTo(8);
        assertThat(Files.readAllLines(folder.resolve("p.csv"))).hasSize(151);
    }
}
