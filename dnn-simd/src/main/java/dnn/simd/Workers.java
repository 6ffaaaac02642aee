package dnn.simd;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that stay. The caller works too, as worker 0. A worker without work spins briefly, since the next job of a
 * training step is microseconds away, and then parks. Handing out a job allocates nothing. Thread-safe: while one
 * caller has the threads, another does its tasks alone; what a job computes does not depend on it.
 */
final class Workers implements AutoCloseable {
    private static final int SPINS = 20_000;
    private static final int SPINS_BEFORE_YIELD = 2_000;

    // One word says which job it is, how many tasks it has and which is next, so that taking a task is one
    // compare-and-set that fails once the job is over.
    private static final int COUNT_BITS = 21;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
    private static final int JOB_SHIFT = 2 * COUNT_BITS;

    private final Thread[] threads;
    private final AtomicLong tickets = new AtomicLong();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicInteger parked = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile @Nullable Job job;
    private volatile boolean closed;

    /** This many workers, the caller among them. */
    Workers(int count) {
        threads = new Thread[count - 1];
        for (int i = 0; i < threads.length; i++) {
            int worker = i + 1;
            threads[i] = new Thread(() -> serve(worker), "simd-" + worker);
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    /** The count of workers. */
    int count() {
        return threads.length + 1;
    }

    /**
     * Does all tasks from 0 to {@code tasks} − 1.
     *
     * @param inParallel whether the work is worth waking other threads for
     * @throws IllegalStateException if a task failed
     */
    void run(Job work, int tasks, boolean inParallel) {
        if (!inParallel
                || tasks < 2
                || threads.length == 0
                || tasks > COUNT_MASK
                || !taken.compareAndSet(false, true)) {
            for (int task = 0; task < tasks; task++) {
                work.run(task, 0);
            }
            return;
        }
        try {
            runTogether(work, tasks);
        } finally {
            taken.set(false);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // Yielding only shortens a wait that is right without it.
    private void runTogether(Job work, int tasks) {
        unfinished.set(tasks);
        job = work;
        long number = ((tickets.get() >>> JOB_SHIFT) + 1) << JOB_SHIFT;
        tickets.set(number | ((long) tasks << COUNT_BITS));
        if (parked.get() > 0) {
            for (Thread thread : threads) {
                LockSupport.unpark(thread);
            }
        }
        takeTasks(0);
        int spins = 0;
        while (unfinished.get() > 0) {
            if (++spins < SPINS_BEFORE_YIELD) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw new IllegalStateException("a task failed", thrown);
        }
    }

    /** Tells whether there was a task to take. */
    private boolean takeTasks(int worker) {
        boolean worked = false;
        while (true) {
            long ticket = tickets.get();
            long task = ticket & COUNT_MASK;
            // A job is replaced only when all its tasks are done, so a ticket that could be taken belongs to the job
            // read before.
            Job current = job;
            if (current == null || task >= ((ticket >>> COUNT_BITS) & COUNT_MASK)) {
                return worked;
            }
            if (tickets.compareAndSet(ticket, ticket + 1)) {
                worked = true;
                try {
                    current.run((int) task, worker);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    unfinished.decrementAndGet();
                }
            }
        }
    }

    private boolean hasTasks() {
        long ticket = tickets.get();
        return (ticket & COUNT_MASK) < ((ticket >>> COUNT_BITS) & COUNT_MASK);
    }

    private void serve(int worker) {
        int spins = 0;
        while (!closed) {
            if (takeTasks(worker)) {
                spins = 0;
            } else if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                parked.incrementAndGet();
                if (!hasTasks() && !closed) {
                    LockSupport.park(this);
                    // An interrupted thread would never park again.
                    Thread.interrupted();
                }
                parked.decrementAndGet();
                spins = 0;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
