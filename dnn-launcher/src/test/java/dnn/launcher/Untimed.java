package dnn.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a run holds but for times, in which two runs of one experiment may differ. */
final class Untimed {
    private Untimed() {}

    /** The rows of {@code metrics.csv}, without the seconds at their ends. */
    static List<String> rows(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .map(row -> row.substring(0, row.lastIndexOf(',')))
                .toList();
    }

    /** The text of {@code result.json} without seconds. */
    static String result(Path run) throws IOException {
        return Files.readString(run.resolve("result.json")).replaceAll("\"seconds\" : [0-9.E-]+", "");
    }
}
