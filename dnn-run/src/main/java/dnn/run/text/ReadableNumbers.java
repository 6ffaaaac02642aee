package dnn.run.text;

import dnn.config.diagnostic.UserText;
import java.util.Locale;

/** Numbers as people read them: the same text on every machine. Thread-safe. */
public final class ReadableNumbers {
    private ReadableNumbers() {}

    /**
     * Four significant digits, in scientific notation where plain notation would be long: {@code 0.9467},
     * {@code 1.235e-07}.
     */
    public static String figure(double value) {
        return UserText.figure(value);
    }

    /** A count with separators of thousands: {@code 1,234,567}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code one item}, {@code 2 items}. */
    public static String counted(long value, String noun) {
        return count(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** A size in memory: {@code 812 B}, {@code 1.2 kB}, {@code 3.4 MB}; thousands, not 1,024. */
    public static String bytes(long value) {
        return UserText.bytes(value);
    }

    /** A duration: {@code 0.4 s}, {@code 12 s}, {@code 3:05}, {@code 1:02:03}. */
    public static String seconds(double value) {
        if (value < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", value);
        }
        long whole = Math.round(value);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
