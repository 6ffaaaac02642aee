package dnn.config.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cases written by hand in {@code src/test/resources/corpus}: {@code good} ones, and {@code broken} ones with a
 * line that says what is to be found, {@code # expect: CODE}, standing above the line where it is to be found, or
 * {@code # expect: CODE LINE} anywhere. A comment {@code # profile: name} names the data.
 */
final class HandWritten {
    private static final Path FOLDER = Path.of("src", "test", "resources", "corpus");
    private static final Pattern EXPECTED = Pattern.compile("(?m)^ *# expect: ([A-Z]\\d{3})(?: (\\d+))?$");
    private static final Pattern PROFILE = Pattern.compile("(?m)^# profile: (\\w+)$");

    private HandWritten() {}

    static List<BrokenExperiment> broken() {
        List<BrokenExperiment> all = new ArrayList<>();
        for (Path file : files("broken")) {
            String text = text(file);
            Matcher expected = EXPECTED.matcher(text);
            if (!expected.find()) {
                throw new IllegalStateException(file + " does not say what is to be found");
            }
            int above = (int) text.substring(0, expected.start()).lines().count() + 1;
            int line =
                    Optional.ofNullable(expected.group(2)).map(Integer::valueOf).orElse(above + 1);
            all.add(new BrokenExperiment(file.getFileName().toString(), text, profile(text), expected.group(1), line));
        }
        return all;
    }

    static List<GoodExperiment> good() {
        return files("good").stream()
                .map(file -> new GoodExperiment(
                        file.getFileName().toString(), text(file).lines().toList(), profile(text(file))))
                .toList();
    }

    private static String profile(String text) {
        Matcher matcher = PROFILE.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
