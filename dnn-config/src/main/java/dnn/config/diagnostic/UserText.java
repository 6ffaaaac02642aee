package dnn.config.diagnostic;

import dnn.api.profile.ValueCount;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The form of users' texts, numbers and lists in messages: short, and harmless to a terminal. */
public final class UserText {
    private static final int LONGEST = 60;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_./-]*");
    private static final Pattern NO_TEXT = Pattern.compile("(?i:true|false|null|yes|no|on|off|y|n)|\\.?(?i:inf|nan)");

    private UserText() {}

    /** The text in backticks, shortened, without control characters. */
    public static String quote(String text) {
        int length = text.codePointCount(0, text.length());
        String shown = length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        return "`" + escape(shown) + "`";
    }

    /** The text with control characters, format characters and lone surrogates written as {@code \}{@code u001b}. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isHarmless(character)) {
                escaped.appendCodePoint(character);
            } else {
                escaped.append(String.format("\\u%04x", character));
            }
        });
        return escaped.toString();
    }

    /**
     * A text as it can be pasted into a list or mapping of YAML that stands on one line: bare if it is a plain word,
     * else in quotes.
     */
    public static String flow(String text) {
        boolean bare = PLAIN.matcher(text).matches() && !NO_TEXT.matcher(text).matches();
        return bare ? text : '"' + escape(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    /** Tells whether a terminal shows this character and does nothing else. */
    public static boolean isHarmless(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && !isNoCharacter(character);
    }

    /**
     * Tells whether Unicode keeps a code point for no character ever: U+FFFE and U+FFFF of each plane, U+FDD0 to
     * U+FDEF.
     */
    private static boolean isNoCharacter(int character) {
        return (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
    }

    /** A number as a person writes it: {@code 3} rather than {@code 3.0}. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace(".0E", "e").replace("E", "e");
    }

    /** A measured number with four significant digits: {@code 0.6931}, {@code 1.235e-07}. */
    public static String figure(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int decimals = size >= 1000 ? 1 : size >= 100 ? 2 : size >= 10 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A size in memory: {@code 812 B}, {@code 1.2 kB}, {@code 3.4 MB}; thousands, not 1,024. */
    public static String bytes(long value) {
        if (value < 1000) {
            return value + " B";
        }
        double size = value;
        String[] units = {"kB", "MB", "GB", "TB"};
        int unit = -1;
        while (size >= 999.5 && unit < units.length - 1) {
            size /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, size < 9.95 ? "%.1f %s" : "%.0f %s", size, units[unit]);
    }

    /** Values with how often they occur, the first few of them: {@code `a` (2 items), `b` (1 item)}. */
    public static String counts(List<ValueCount> values, int most) {
        String shown = values.stream()
                .limit(most)
                .map(value -> quote(value.value()) + " (" + count(value.count(), "item") + ")")
                .collect(Collectors.joining(", "));
        return values.size() > most ? shown + " and " + (values.size() - most) + " more" : shown;
    }

    /** Each in backticks: {@code `a`, `b`}; at most {@code most} of them. */
    public static String list(Collection<String> texts, int most) {
        String shown = texts.stream().limit(most).map(UserText::quote).collect(Collectors.joining(", "));
        return texts.size() > most ? shown + " and " + (texts.size() - most) + " more" : shown;
    }

    /** {@code 1 row}, {@code 2 rows}. */
    public static String count(long number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String enumerate(List<String> texts) {
        return texts.size() <= 1
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + texts.get(texts.size() - 1);
    }
}
