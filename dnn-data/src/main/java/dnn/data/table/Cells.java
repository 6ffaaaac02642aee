package dnn.data.table;

import java.util.Locale;
import java.util.Set;

/** The meaning of a cell's text: nothing, a number, or text. The only place that decides it. */
public final class Cells {
    /** Besides the empty cell, the words for nothing. */
    private static final Set<String> MISSING = Set.of("?", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "Null");

    private static final int LONGEST_MISSING = 4;

    /**
     * Further words for nothing, in lower case, which count as such where everything else is numbers: among texts they
     * may be categories.
     */
    private static final Set<String> MISSING_AMONG_NUMBERS = Set.of(
            "-",
            "--",
            "---",
            "\u2013",
            "\u2014",
            ".",
            "..",
            "...",
            "*",
            "**",
            "none",
            "nil",
            "unknown",
            "unk",
            "missing",
            "na",
            "n.a.",
            "n.a",
            "n/a",
            "n/d",
            "nd",
            "n.d.",
            "nan",
            "null",
            "k.a.",
            "k. a.",
            "#n/a",
            "#na",
            "<na>",
            "nat",
            "(null)",
            "(none)",
            "not available",
            "not applicable",
            "\\n",
            "??");

    private static final int LONGEST_AMONG_NUMBERS = 14;

    /** Powers of ten that a double holds exactly. */
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final long LARGEST_EXACT_INTEGER = 1L << 53;
    private static final int DIGITS_OF_A_LONG = 18;
    private static final int EXPONENT_BOUND = 100_000;

    private Cells() {}

    /** Tells whether the characters from {@code from} to {@code to} stand for nothing. */
    public static boolean isMissing(char[] text, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return true;
        }
        if (length > LONGEST_MISSING) {
            return false;
        }
        char first = text[from];
        return (first == '?' || first == 'N' || first == 'n') && MISSING.contains(new String(text, from, length));
    }

    /** Tells whether this text stands for nothing. */
    public static boolean isMissing(String text) {
        return text.isEmpty() || MISSING.contains(text);
    }

    /** Tells whether this text stands for nothing in a column whose other cells are numbers. */
    public static boolean isMissingAmongNumbers(String text) {
        return text.length() <= LONGEST_AMONG_NUMBERS && MISSING_AMONG_NUMBERS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The number written in this text; NaN if it is none. */
    public static double number(String text) {
        return number(text.toCharArray(), 0, text.length());
    }

    /**
     * The number written in the characters from {@code from} to {@code to}: an optional sign, then digits with an
     * optional decimal point and an optional exponent, or {@code inf} or {@code infinity} in any case. Correctly
     * rounded: up to 2⁵³ · 10^±22 with one exact operation (Clinger, How to read floating point numbers accurately,
     * 1990), beyond by {@link Double#parseDouble}.
     *
     * @return the number, infinite if it is written so or too large for a double; NaN if the text is no number
     */
    public static double number(char[] text, int from, int to) {
        int position = from;
        boolean negative = false;
        if (position < to && (text[position] == '-' || text[position] == '+')) {
            negative = text[position] == '-';
            position++;
        }
        long mantissa = 0;
        int significant = 0;
        int seen = 0;
        int exponent = 0;
        boolean cut = false;
        boolean fraction = false;
        for (; position < to; position++) {
            char character = text[position];
            if (character == '.' && !fraction) {
                fraction = true;
                continue;
            }
            if (character < '0' || character > '9') {
                break;
            }
            seen++;
            if (significant < DIGITS_OF_A_LONG) {
                mantissa = mantissa * 10 + (character - '0');
                significant += mantissa == 0 ? 0 : 1;
                exponent -= fraction ? 1 : 0;
            } else {
                cut = true;
            }
        }
        if (seen == 0) {
            return fraction ? Double.NaN : infinity(text, position, to, negative);
        }
        if (position < to) {
            if (text[position] != 'e' && text[position] != 'E') {
                return Double.NaN;
            }
            position++;
            boolean negativeExponent = false;
            if (position < to && (text[position] == '-' || text[position] == '+')) {
                negativeExponent = text[position] == '-';
                position++;
            }
            if (position == to) {
                return Double.NaN;
            }
            int written = 0;
            for (; position < to; position++) {
                char character = text[position];
                if (character < '0' || character > '9') {
                    return Double.NaN;
                }
                written = Math.min(written * 10 + (character - '0'), EXPONENT_BOUND);
            }
            exponent += negativeExponent ? -written : written;
        }
        if (cut || mantissa > LARGEST_EXACT_INTEGER || Math.abs(exponent) >= POWERS_OF_TEN.length) {
            return Double.parseDouble(new String(text, from, to - from));
        }
        double magnitude = exponent < 0 ? mantissa / POWERS_OF_TEN[-exponent] : mantissa * POWERS_OF_TEN[exponent];
        return negative ? -magnitude : magnitude;
    }

    private static double infinity(char[] text, int from, int to, boolean negative) {
        int length = to - from;
        if (length != 3 && length != 8) {
            return Double.NaN;
        }
        String word = new String(text, from, length);
        if (!word.equalsIgnoreCase("inf") && !word.equalsIgnoreCase("infinity")) {
            return Double.NaN;
        }
        return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** A number as people write it: without an exponent or decimal places it does not need. */
    public static String text(double number) {
        boolean integer = number == Math.rint(number) && Math.abs(number) < 1e15;
        return integer ? Long.toString((long) number) : Double.toString(number);
    }
}
