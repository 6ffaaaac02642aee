package dnn.run.faults;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts calls of a file system and fails one of them, or every one from that on. */
final class Faults {
    private final AtomicInteger calls = new AtomicInteger();
    private final int first;
    private final boolean lasting;
    private final Optional<LossyDisk> disk;

    private Faults(int first, boolean lasting, Optional<LossyDisk> disk) {
        this.first = first;
        this.lasting = lasting;
        this.disk = disk;
    }

    /** Nothing fails. */
    static Faults none() {
        return new Faults(Integer.MAX_VALUE, false, Optional.empty());
    }

    /** This call fails, counted from 1, and the next ones go through. */
    static Faults once(int call) {
        return new Faults(call, false, Optional.empty());
    }

    /** This call fails and every one after it: a disk that is gone, or full for good. */
    static Faults from(int call) {
        return new Faults(call, true, Optional.empty());
    }

    /** The same, with a disk that is told of every call that goes through. */
    Faults on(LossyDisk told) {
        return new Faults(first, lasting, Optional.of(told));
    }

    /** The disk that is told. */
    Optional<LossyDisk> disk() {
        return disk;
    }

    int calls() {
        return calls.get();
    }

    boolean struck() {
        return calls.get() >= first;
    }

    /** A call is made; whether it fails. */
    boolean fails() {
        int call = calls.incrementAndGet();
        return call == first || (lasting && call > first);
    }

    /** A call is made. */
    void call(String what) throws IOException {
        if (fails()) {
            throw failure(what);
        }
    }

    static IOException failure(String what) {
        return new FileSystemException(what, null, "the disk does not answer");
    }
}
