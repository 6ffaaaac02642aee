package dnn.run.checkpoint;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes checkpoints on a thread of its own, so that training only hands over what it has copied. What could not be
 * written is told to whoever asks. Thread-safe.
 */
final class CheckpointWriter implements AutoCloseable {
    private final CheckpointFolder folder;
    private final int keep;
    private final Thread thread;
    private @Nullable Checkpoint waiting;
    private boolean busy;
    private boolean closed;
    private @Nullable Throwable problem;
    private boolean written;

    /** Tells whether a checkpoint handed over now would be written at once; read by training before every step. */
    private volatile boolean free = true;

    CheckpointWriter(CheckpointFolder folder, int keep) {
        this.folder = folder;
        this.keep = keep;
        this.thread = new Thread(this::write, "checkpoints");
        thread.setDaemon(true);
        thread.start();
    }

    boolean isFree() {
        return free;
    }

    /** Tells whether any was written. */
    synchronized boolean hasWritten() {
        return written;
    }

    /** Hands over a checkpoint, which is written meanwhile; only while this is free. */
    synchronized void hand(Checkpoint checkpoint) {
        free = false;
        waiting = checkpoint;
        notifyAll();
    }

    /** Waits until what was handed over is written. */
    synchronized void settle() {
        boolean interrupted = false;
        while (waiting != null || busy) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why a checkpoint could not be written, if one could not since this was asked last. */
    synchronized Optional<Throwable> problem() {
        Optional<Throwable> told = Optional.ofNullable(problem);
        problem = null;
        return told;
    }

    private void write() {
        while (true) {
            Checkpoint next;
            synchronized (this) {
                while (waiting == null && !closed) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        // Nobody interrupts this thread; it ends when it is closed.
                        closed = true;
                    }
                }
                if (waiting == null) {
                    return;
                }
                next = waiting;
                waiting = null;
                busy = true;
            }
            Optional<Throwable> failure = save(next);
            synchronized (this) {
                busy = false;
                free = true;
                failure.ifPresent(reason -> problem = reason);
                written |= failure.isEmpty();
                notifyAll();
            }
        }
    }

    private Optional<Throwable> save(Checkpoint checkpoint) {
        try {
            folder.save(checkpoint, keep);
            return Optional.empty();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            try {
                folder.clean();
            } catch (IOException | RuntimeException cleaning) {
                // What is left is removed by the next training here.
                e.addSuppressed(cleaning);
            }
            return Optional.of(e);
        }
    }

    /** Ends once what was handed over is written. */
    @Override
    public void close() {
        settle();
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }
}
