package dnn.engine.backend;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Uses of something that is closed once: after closing none begins, and what must end, ends with the last one under
 * way. Nobody waits. Thread-safe.
 */
public final class Lifetime {
    /** Set once closed; below it, the count of uses under way. */
    private static final long CLOSED = 1L << 62;

    private final String name;
    private final Runnable end;
    private final AtomicLong state = new AtomicLong();

    /**
     * Begins.
     *
     * @param name of what is used, as messages have it: {@code backend `simd`}
     * @param end done once, on the thread that closes or on that of the last use
     */
    public Lifetime(String name, Runnable end) {
        this.name = name;
        this.end = end;
    }

    /**
     * Does work that needs it to be there until the work is done.
     *
     * @throws IllegalStateException if it was closed
     */
    public <T> T during(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            if (state.decrementAndGet() == CLOSED) {
                end.run();
            }
        }
    }

    private void begin() {
        long before = state.getAndUpdate(uses -> uses < CLOSED ? uses + 1 : uses);
        if (before >= CLOSED) {
            throw new IllegalStateException(name + " was closed, with all networks and runs on it;"
                    + " close only after the last use, or open what you need again");
        }
    }

    /** Lets no further use begin. The second time nothing happens. */
    public void close() {
        long before = state.getAndUpdate(uses -> uses | CLOSED);
        if (before == 0) {
            end.run();
        }
    }
}
