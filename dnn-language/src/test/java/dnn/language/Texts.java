package dnn.language;

import dnn.config.BaseResolver;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.fix.TextLines.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts for tests, and the analysis of them. */
final class Texts {
    static final Path CONFIGS = Path.of("..", "configs");
    static final Language LANGUAGE = new Language(new Checker());

    private Texts() {}

    /** A text with the cursor at {@code |}. */
    record Cursor(String text, Point point) {
        static Cursor of(String marked) {
            int at = marked.indexOf('|');
            String text = marked.substring(0, at) + marked.substring(at + 1);
            return new Cursor(text, new dnn.config.fix.TextLines(text).at(at));
        }

        TextAnalysis analysis() {
            return analyze(text);
        }
    }

    static TextAnalysis analyze(String text) {
        return analyze(text, Optional.empty());
    }

    static TextAnalysis analyze(String text, Optional<TextAnalysis> before) {
        return LANGUAGE.analyze(new SourceText("here.yaml", text), Path.of(""), BaseResolver.none(), before);
    }

    static TextAnalysis analyze(Path file) {
        return analyze(file, read(file));
    }

    /** Another text in the place of a file's. */
    static TextAnalysis analyze(Path file, String text) {
        return LANGUAGE.analyze(
                new SourceText(file.toString(), text), parent(file), BaseResolver.files(), Optional.empty());
    }

    static Path parent(Path file) {
        return file.toAbsolutePath().getParent();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every valid experiment of the project. */
    static List<Path> configs() {
        return Stream.of(CONFIGS, CONFIGS.resolve("elsewhere"), CONFIGS.resolve("lecture"))
                .flatMap(Texts::yaml)
                .toList();
    }

    static Stream<Path> yaml(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String moons() {
        return read(CONFIGS.resolve("moons.yaml"));
    }
}
