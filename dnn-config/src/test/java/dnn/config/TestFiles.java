package dnn.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The example experiments of the project. */
public final class TestFiles {
    public static final Path CONFIGS = Path.of("..", "configs");
    public static final Path INVALID = CONFIGS.resolve("invalid");

    private TestFiles() {}

    public static Stream<Path> examples() {
        return Stream.concat(yaml(CONFIGS), yaml(CONFIGS.resolve("elsewhere")));
    }

    public static Stream<Path> yaml(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String name) {
        return text(CONFIGS.resolve(name));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
