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

/** The README's commands, word for word, in a fresh copy of the examples. */
class ReadmeTest {
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
