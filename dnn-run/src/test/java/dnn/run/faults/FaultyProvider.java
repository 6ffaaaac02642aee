package dnn.run.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands every call to the machine's file system, unless it is to fail. */
final class FaultyProvider extends FileSystemProvider {
    private final FaultyFileSystem system;
    private final FileSystemProvider real;
    private final Faults faults;

    FaultyProvider(FaultyFileSystem system, FileSystemProvider real, Faults faults) {
        this.system = system;
        this.real = real;
        this.faults = faults;
    }

    private static Path real(Path path) {
        return FaultyPath.real(path);
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return new FaultyPath(system, real.getPath(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        faults.call("open " + path);
        FileChannel channel = real.newFileChannel(real(path), options, attributes);
        faults.disk().ifPresent(disk -> disk.opened(real(path)));
        return new FaultyChannel(channel, real(path), faults);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        faults.call("list " + folder);
        DirectoryStream<Path> stream = real.newDirectoryStream(real(folder), path -> true);
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> paths = stream.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return paths.hasNext();
                    }

                    @Override
                    public Path next() {
                        return new FaultyPath(system, paths.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        faults.call("create " + folder);
        real.createDirectory(real(folder), attributes);
        faults.disk().ifPresent(disk -> disk.folderMade(real(folder)));
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        faults.call("link " + link);
        real.createSymbolicLink(real(link), real(target), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        faults.call("link " + link);
        real.createLink(real(link), real(existing));
        faults.disk().ifPresent(disk -> disk.linked(real(link), real(existing)));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        faults.call("read " + link);
        return new FaultyPath(system, real.readSymbolicLink(real(link)));
    }

    @Override
    public void delete(Path path) throws IOException {
        faults.call("delete " + path);
        real.delete(real(path));
        faults.disk().ifPresent(disk -> disk.deleted(real(path)));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        faults.call("copy " + source);
        real.copy(real(source), real(target), options);
        faults.disk().ifPresent(disk -> disk.copied(real(target)));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        faults.call("move " + source);
        real.move(real(source), real(target), options);
        faults.disk().ifPresent(disk -> disk.moved(real(source), real(target)));
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(real(path), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        faults.call("look at " + path);
        real.checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        faults.call("look at " + path);
        return real.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        faults.call("look at " + path);
        return real.readAttributes(real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        faults.call("change " + path);
        real.setAttribute(real(path), attribute, value, options);
    }
}
