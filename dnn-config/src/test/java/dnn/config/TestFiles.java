package dnn.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The example experiments of the project. */
final class TestFiles {
    static final Path CONFIGS = Path.of("..", "configs");
    static final Path INVALID = CONFIGS.resolve("invalid");

    private TestFiles() {}

    static Stream<Path> examples() {
        return yaml(CONFIGS);
    }

    static Stream<Path> yaml(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return text(CONFIGS.resolve(name));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
