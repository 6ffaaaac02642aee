package dnn.run.directory;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Files written beside their place and moved there, so that a reader never sees half of one. Thread-safe; of several that write one file at once, one is the last.
 */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes text as UTF-8; an older file of that name is replaced, missing folders are made. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes; an older file of that name is replaced, missing folders are made. */
    public static void write(Path file, byte[] bytes) throws IOException {
        place(file, beside -> Files.write(beside, bytes));
    }

    /** Writes what {@code content} writes, as UTF-8; an older file of that name is replaced only if that goes well, missing folders are made. */
    public static void write(Path file, Content content) throws IOException {
        place(file, beside -> {
            try (Writer out = Files.newBufferedWriter(beside)) {
                content.writeTo(out);
            }
        });
    }

    /** Writes text piece by piece. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void writeTo(Writer out) throws IOException;
    }

    private interface Filling {
        void fill(Path file) throws IOException;
    }

    private static void place(Path file, Filling filling) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path beside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            filling.fill(beside);
            try {
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
