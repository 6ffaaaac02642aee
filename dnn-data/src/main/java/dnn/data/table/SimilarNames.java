package dnn.data.table;

import dnn.api.grammar.EditDistance;
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
                    .map(name -> new Candidate(name, EditDistance.between(wanted, name.toLowerCase(Locale.ROOT))))
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
}
