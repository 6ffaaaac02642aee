package dnn.data.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Files whose names are like that of a file that is missing. */
final class SimilarNames {
    private static final int MOST = 3;
    private static final int LETTERS_FOR_AN_EDIT = 3;

    private SimilarNames() {}

    /** Names of files in the folder of {@code missing} that are like its name, most similar first. */
    static List<String> beside(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        if (folder == null || missing.getFileName() == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        String wanted = missing.getFileName().toString().toLowerCase(Locale.ROOT);
        int limit = Math.max(1, wanted.length() / LETTERS_FOR_AN_EDIT);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                    .filter(candidate -> candidate.distance() <= limit)
                    .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                    .limit(MOST)
                    .map(Candidate::name)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private record Candidate(String name, int distance) {}

    /** The least number of insertions, deletions and replacements that make one text the other (Levenshtein, 1966). */
    static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < current.length; j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
