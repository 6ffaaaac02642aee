package dnn.run.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.TreeSet;

/** Files and folders that are on the disk, and not only on their way there, when a method returns. Thread-safe. */
public final class ForcedFiles {
    private ForcedFiles() {}

    /** Writes a new file and forces it to the disk. */
    public static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** Forces a file that stands there. */
    public static void forceFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Forces the names in a folder; where the system has no such thing, as Windows, they are safe without. */
    public static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Makes a folder and those above it that are missing, and forces their names. */
    public static void createFolders(Path folder) throws IOException {
        // A link to a folder is one, too.
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent == null) {
                throw new NoSuchFileException(folder.toString());
            }
            createFolders(parent);
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
            forceFolder(parent);
        }
    }

    /** The folder that a file stands in. */
    static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "the root stands in no folder");
    }

    /** Removes a folder that dnn made, with all that is in it. */
    public static void remove(Path folder) throws IOException {
        for (Path path : new TreeSet<>(FolderContents.tree(folder)).descendingSet()) {
            Files.delete(path);
        }
    }
}
