package dnn.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dnn.launcher.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The experiments in {@code configs}: a clone runs them all but those in {@code elsewhere}, which say what they need.
 */
class ExampleExperimentsTest {
    /** The one that shows a mistake on purpose: the lecture's network that starts from zeros. */
    private static final String MISTAKEN = "zeros.yaml";

    /** The tables of {@code elsewhere}, by experiment. */
    private static final Map<String, List<String>> TABLES = Map.of(
            "diamonds_cut", List.of("diamonds.csv"),
            "diamonds_price", List.of("diamonds.csv"),
            "digits", List.of("digits.csv.gz"),
            "mnist", List.of("mnist-10k-images-idx3-ubyte.gz", "mnist-10k-labels-idx1-ubyte.gz"));

    @TempDir
    private Path folder;

    private static List<Path> experiments(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** {@code configs} as a clone has it, in a place where nothing else is. */
    private Path copied() throws IOException {
        Path from = CommandRun.configs();
        Path to = folder.resolve("clone").resolve("configs");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each -> !each.startsWith(from.resolve("invalid")))
                    .toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return to;
    }

    private CommandRun check(List<Path> files) {
        return CommandRun.of(
                folder,
                Stream.concat(Stream.of("check"), files.stream().map(Path::toString))
                        .toArray(String[]::new));
    }

    @Test
    void aCloneChecksWithoutAFinding() throws IOException {
        Path configs = copied();
        List<Path> files = new ArrayList<>(experiments(configs));
        assertThat(files).isNotEmpty();
        files.addAll(experiments(configs.resolve("lecture")));
        assertThat(files.remove(configs.resolve("lecture").resolve(MISTAKEN))).isTrue();
        CommandRun run = check(files);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("error[", "warning[", "note[");
    }

    @Test
    void theOneThatShowsAMistakeShowsIt() {
        CommandRun run = check(List.of(CommandRun.configs().resolve("lecture").resolve(MISTAKEN)));
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("error[I202]");
    }

    @Test
    void aCloneTrainsOnATable() throws IOException {
        CommandRun run =
                CommandRun.of(folder, "train", copied().resolve("iris.yaml").toString(), "training.epochs=2");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve(run.lastLine()).resolve("result.json")).exists();
    }

    static List<Path> elsewhere() throws IOException {
        return experiments(CommandRun.configs().resolve("elsewhere"));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void whatNeedsATableSaysWhichAndHow(Path file) throws IOException {
        String text = Files.readString(file);
        String place = "configs/elsewhere/" + file.getFileName();
        assertThat(text).contains("# Needs ", "http", "# dnn train " + place + " data.source=path/to/");
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void withItsTableItChecksWithoutAFinding(Path file) {
        String name = file.getFileName().toString().replace(".yaml", "");
        List<Path> tables = TABLES.getOrDefault(name, List.of(name + ".csv")).stream()
                .map(CommandRun.tables()::resolve)
                .toList();
        assumeTrue(tables.stream().allMatch(Files::exists), () -> "skipped: there are no tables " + tables);
        List<String> arguments = new ArrayList<>(List.of("inspect", file.toString(), "data.source=" + tables.get(0)));
        if (tables.size() > 1) {
            arguments.add("data.files.labels=" + tables.get(1));
        }
        CommandRun run = CommandRun.of(folder, arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
    }
}
