package dnn.run.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A channel of the machine; a write that fails has written half of what it was given. */
final class FaultyChannel extends FileChannel {
    private final FileChannel real;
    private final Path path;
    private final Faults faults;

    FaultyChannel(FileChannel real, Path path, Faults faults) {
        this.real = real;
        this.path = path;
        this.faults = faults;
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        faults.call("read");
        return real.read(destination);
    }

    @Override
    public long read(ByteBuffer[] destinations, int offset, int length) throws IOException {
        faults.call("read");
        return real.read(destinations, offset, length);
    }

    @Override
    public int read(ByteBuffer destination, long position) throws IOException {
        faults.call("read");
        return real.read(destination, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (faults.fails()) {
            real.write(half(source));
            throw Faults.failure("write");
        }
        return real.write(source);
    }

    private static ByteBuffer half(ByteBuffer source) {
        ByteBuffer half = source.duplicate();
        half.limit(source.position() + source.remaining() / 2);
        return half;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        faults.call("write");
        return real.write(sources, offset, length);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        if (faults.fails()) {
            real.write(half(source), position);
            throw Faults.failure("write");
        }
        return real.write(source, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        faults.call("truncate");
        real.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        faults.call("force");
        // The machine's own disk keeps its power while a test runs, so that it need not be waited for.
        if (faults.disk().isPresent()) {
            faults.disk().get().forced(path);
        }
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        faults.call("read");
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        faults.call("write");
        return real.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        faults.call("lock");
        return real.lock(position, size, shared);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        faults.call("lock");
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
