package dnn.run.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps a second process from writing into a run directory. The operating system holds the lock, so that one left by a
 * dead process does not block; the file it is taken on goes when the run ends.
 */
final class RunLock implements AutoCloseable {
    /** The file that the lock is taken on. */
    static final String FILE = ".lock";

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The lock of a folder, unless another training holds it. */
    static Optional<RunLock> take(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean kept = false;
            try {
                if (!takes(channel)) {
                    return Optional.empty();
                }
                // The holder before may have removed the file between its opening and its locking here: then nobody
                // else would see this lock.
                kept = isStill(file, channel);
                if (kept) {
                    return Optional.of(new RunLock(file, channel));
                }
            } finally {
                if (!kept) {
                    channel.close();
                }
            }
        }
    }

    /** Tells whether the lock could be had. A file system without locks does not keep anybody from training. */
    private static boolean takes(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Tells whether what was opened is what stands there: a mark written through one is seen through the other. */
    private static boolean isStill(Path file, FileChannel channel) throws IOException {
        channel.truncate(0);
        byte[] mark =
                (ProcessHandle.current().pid() + " " + System.nanoTime() + "\n").getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(mark), 0);
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), mark);
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
        }
    }
}
