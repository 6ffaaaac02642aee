package dnn.config.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How things a user wrote, numbers and lists appear in messages: short, and harmless to a terminal. */
public final class UserText {
    private static final int LONGEST = 60;

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

    /** Whether a terminal shows this character and does nothing else. */
    public static boolean isHarmless(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    /** A number as a person writes it: {@code 3} rather than {@code 3.0}. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace(".0E", "e").replace("E", "e");
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
