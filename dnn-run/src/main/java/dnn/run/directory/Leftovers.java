package dnn.run.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Files beside their places that a process left which was killed while it wrote them. */
final class Leftovers {
    /** The names that {@link AtomicFiles} and {@link LatestRun} give them. */
    private static final String NAME = "\\..+\\.(?:[0-9a-f]{16}|[0-9a-f-]{36})\\.part";

    private Leftovers() {}

    /** Removes those in the folders of a run. Only for the holder of its lock. */
    static void remove(Path run) throws IOException {
        for (Path folder :
                List.of(run, run.resolve(RunDirectory.WEIGHTS).resolveSibling(""), run.resolve(RunDirectory.PLOTS))) {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                removeIn(folder);
            }
        }
    }

    private static void removeIn(Path folder) throws IOException {
        for (Path entry : FolderContents.entries(folder)) {
            if (String.valueOf(entry.getFileName()).matches(NAME)
                    && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(entry);
            }
        }
    }
}
