package dnn.launcher.process;

import java.util.concurrent.CountDownLatch;

/**
 * The answer to Ctrl-C: long work is asked to stop, and the process ends once that work has saved what was learnt.
 * Without such work it ends at once.
 */
public final class Interruption {
    private volatile boolean requested;
    private volatile CountDownLatch saving = new CountDownLatch(0);

    /** True once work is asked to stop; cheap enough to ask before every step. */
    public boolean isRequested() {
        return requested;
    }

    /** From here until {@link #finished()} the process does not end by Ctrl-C before work has saved. */
    void begun() {
        saving = new CountDownLatch(1);
    }

    /** Everything is saved. */
    void finished() {
        saving.countDown();
    }

    /**
     * Asks work to stop and waits until it has saved. Called by the JVM's shutdown; the exit code 130 is the JVM's own
     * for this signal.
     */
    public void request() {
        requested = true;
        try {
            saving.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Runs work that must not be cut off: Ctrl-C is answered by {@link #isRequested()} and waits for the work's end.
     */
    public <T, E extends Exception> T guard(Work<T, E> work) throws E {
        begun();
        try {
            return work.run();
        } finally {
            finished();
        }
    }

    /** Work that gives a result. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }
}
