package dnn.run.directory;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Files written beside their place and moved there, so that a reader never sees half of one. They are on the disk when
 * a method returns: what they replace is not lost with a power cut. The name beside cannot be guessed and is nobody's;
 * a link keeps leading where it led, and the file there keeps its mode. A device or a pipe is written into, since there
 * is nothing to replace. Thread-safe; of several that write one file at once, one is the last.
 */
public final class AtomicFiles {
    private static final SecureRandom RANDOM = new SecureRandom();

    private AtomicFiles() {}

    /** Writes text as UTF-8; an older file of that name is replaced, missing folders are made. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes; an older file of that name is replaced, missing folders are made. */
    public static void write(Path file, byte[] bytes) throws IOException {
        forceName(place(file, out -> out.write(bytes)));
    }

    /** Writes bytes whose name is on the disk only when the caller has forced the folder. */
    static void writeUnnamed(Path file, byte[] bytes) throws IOException {
        place(file, out -> out.write(bytes));
    }

    /**
     * Writes what {@code content} writes, as UTF-8; an older file of that name is replaced only if that goes well,
     * missing folders are made.
     */
    public static void write(Path file, Content content) throws IOException {
        forceName(place(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            content.writeTo(writer);
            writer.flush();
        }));
    }

    private static void forceName(Optional<Path> placed) throws IOException {
        if (placed.isPresent()) {
            ForcedFiles.forceFolder(ForcedFiles.parent(placed.get()));
        }
    }

    /** Writes text piece by piece. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void writeTo(Writer out) throws IOException;
    }

    private interface Filling {
        void fill(OutputStream out) throws IOException;
    }

    /** Tells whether something is no file that could be replaced, but a device, a pipe or a stream of this process. */
    public static boolean isStream(Path file) {
        return attributes(file).map(BasicFileAttributes::isOther).orElse(false)
                || (file.toAbsolutePath().normalize().startsWith("/dev") && Files.isRegularFile(file));
    }

    private static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The file that was placed; nothing where something was written into that is no file. */
    private static Optional<Path> place(Path file, Filling filling) throws IOException {
        Path named = file.toAbsolutePath();
        if (isStream(named)) {
            // A file that standard output was led to, as /dev/stdout, goes on at its end.
            StandardOpenOption how = Files.isRegularFile(named) ? StandardOpenOption.APPEND : StandardOpenOption.WRITE;
            try (OutputStream out = new BufferedOutputStream(naming(named, Files.newOutputStream(named, how)))) {
                filling.fill(out);
            }
            return Optional.empty();
        }
        Path target = Files.isSymbolicLink(named) ? linked(named) : named;
        if (Files.isDirectory(target)) {
            throw new FileSystemException(named.toString(), null, "it is a folder");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(named.toString());
        }
        ForcedFiles.createFolders(ForcedFiles.parent(target));
        Path beside = target.resolveSibling("." + target.getFileName() + "." + random() + ".part");
        try {
            try (FileChannel channel =
                            FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(naming(named, Channels.newOutputStream(channel)))) {
                keepMode(target, beside);
                filling.fill(out);
                out.flush();
                channel.force(true);
            }
            try {
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
            }
            return Optional.of(target);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    /** A stream whose failures name the file: a full disk alone does not say which. */
    private static OutputStream naming(Path file, OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    out.write(bytes, from, length);
                } catch (FileSystemException e) {
                    throw e;
                } catch (IOException e) {
                    throw (IOException) new FileSystemException(file.toString(), null, e.getMessage()).initCause(e);
                }
            }
        };
    }

    private static Path linked(Path link) throws IOException {
        try {
            return link.toRealPath();
        } catch (NoSuchFileException e) {
            throw new FileSystemException(
                    link.toString(), null, "it is a link that leads nowhere, to " + Files.readSymbolicLink(link));
        }
    }

    private static void keepMode(Path target, Path beside) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
        if (view != null && Files.exists(target)) {
            view.setPermissions(Files.getPosixFilePermissions(target));
        }
    }

    private static String random() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
