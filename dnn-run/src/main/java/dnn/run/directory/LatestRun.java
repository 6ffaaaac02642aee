package dnn.run.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The newest of the runs that stand beside each other in {@code runs/<name>/}, named after their start times. */
public final class LatestRun {
    /** The link beside the runs that leads to the newest. */
    public static final String LINK = "latest";

    /** A start time, and a number where several runs started in one second. */
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2})(?:-(\\d{1,4}))?");

    private LatestRun() {}

    /** One run by its place in the order of starts. */
    private record Started(Path directory, String time, int number) {}

    /** The complete run in a folder that started last; nothing if there is none. */
    public static Optional<Path> in(Path folder) throws IOException {
        return newest(folder, RunDirectory.RESULT);
    }

    /** The run in a folder that started last, complete or not; nothing if there is none. */
    public static Optional<Path> startedIn(Path folder) throws IOException {
        return newest(folder, RunDirectory.EXPERIMENT);
    }

    private static Optional<Path> newest(Path folder, String file) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        return FolderContents.entries(folder).stream()
                .flatMap(entry -> started(entry).stream())
                .filter(run -> Files.isRegularFile(run.directory.resolve(file)))
                .max(Comparator.comparing(Started::time).thenComparing(Started::number))
                .map(Started::directory);
    }

    /** Tells whether a run is called after its start time, as those are that stand beside each other. */
    static boolean isOneOfSeveral(Path run) {
        return started(run.toAbsolutePath().normalize()).isPresent();
    }

    private static Optional<Started> started(Path directory) {
        Matcher name = NAME.matcher(String.valueOf(directory.getFileName()));
        return name.matches()
                ? Optional.of(new Started(
                        directory,
                        name.group(1),
                        Optional.ofNullable(name.group(2)).map(Integer::valueOf).orElse(1)))
                : Optional.empty();
    }

    /**
     * Lets the link in a folder lead to the newest run there. What is no link stays as it is; where the file system has
     * no links there is none, since a run is whole without it.
     */
    static void link(Path folder) {
        Path link = folder.resolve(LINK);
        Path beside = folder.resolve("." + LINK + "." + UUID.randomUUID() + ".part");
        try {
            Optional<Path> newest = in(folder);
            if (newest.isEmpty() || (Files.exists(link) && !Files.isSymbolicLink(link))) {
                return;
            }
            try {
                Files.createSymbolicLink(beside, newest.get().getFileName());
                Files.move(beside, link, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // A convenience: nothing that was learnt is lost without it.
            return;
        }
    }
}
