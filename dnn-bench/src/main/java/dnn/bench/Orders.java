package dnn.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A contestant's side of its conversation with {@link Contestant}. It says that it is ready and what it is; for every
 * number on a line of standard input it trains so many passes over the batches, and answers milliseconds in all and the
 * mean loss of the last pass.
 */
final class Orders {
    private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** Says that everything is prepared, with versions of what does the work. */
    void ready(String identity) {
        out.println("ready " + identity);
    }

    /** Waits for the next order: the number of passes, 0 for the end. */
    int await() {
        try {
            String line = in.readLine();
            return line == null ? 0 : Integer.parseInt(line.trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers an order. */
    void answer(long nanoseconds, double loss) {
        out.printf(Locale.ROOT, "%.6f %.9g%n", nanoseconds / NANOSECONDS_PER_MILLISECOND, loss);
    }
}
