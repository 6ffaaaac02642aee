package dnn.run.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The contents of a folder; a disk that does not answer on the way is an {@link IOException}, as at the beginning. */
public final class FolderContents {
    private FolderContents() {}

    /** Everything that stands in a folder itself. */
    public static List<Path> entries(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(folder)) {
            entries.forEach(found::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    /** A folder and everything below it. */
    static List<Path> tree(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
