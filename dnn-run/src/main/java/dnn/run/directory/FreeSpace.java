package dnn.run.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room that is left on a disk. */
public final class FreeSpace {
    private FreeSpace() {}

    /** Bytes that may still be written to a folder that need not exist yet. */
    public static long bytes(Path folder) throws IOException {
        Path existing = folder.toAbsolutePath().normalize();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Files.getFileStore(existing).getUsableSpace();
    }
}
