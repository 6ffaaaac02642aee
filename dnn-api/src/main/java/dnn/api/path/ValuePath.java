package dnn.api.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of values in an experiment: {@code architecture.layers[1].units}; a key that is not a plain word stands in
 * brackets and quotes.
 */
public final class ValuePath {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_-]+");
    private static final Pattern SEGMENT = Pattern.compile(
            "\\G(?:(?<dot>\\.)?(?<word>[\\p{L}\\p{N}_-]+)|\\[(?<index>\\d{1,9})\\]|\\[\"(?<key>(?:[^\"\\\\]|\\"
                    + "\\.)*)\"\\])");

    private ValuePath() {}

    /** The address of the value of {@code key} in the mapping at {@code path}. */
    public static String child(String path, String key) {
        if (!PLAIN.matcher(key).matches()) {
            return path + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
        }
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The address of an element, counted from 0, of the list at {@code path}. */
    public static String element(String path, int index) {
        return path + "[" + index + "]";
    }

    /** Tells whether {@code path} is {@code ancestor} or lies below it. */
    public static boolean isWithin(String path, String ancestor) {
        return path.equals(ancestor)
                || ancestor.isEmpty()
                || (path.startsWith(ancestor)
                        && (path.charAt(ancestor.length()) == '.' || path.charAt(ancestor.length()) == '['));
    }

    /** The steps of an address, or nothing if the text is none. */
    public static Optional<List<Step>> parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = SEGMENT.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find()) {
            String word = matcher.group("word");
            String index = matcher.group("index");
            String key = matcher.group("key");
            if (word != null) {
                if ((matcher.group("dot") == null) != steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.add(new Step(word, -1, matcher.start("word"), matcher.end("word")));
            } else if (index != null) {
                steps.add(new Step("", Integer.parseInt(index), matcher.start(), matcher.end()));
            } else if (key != null) {
                steps.add(new Step(key.replaceAll("\\\\(.)", "$1"), -1, matcher.start(), matcher.end()));
            }
            end = matcher.end();
        }
        return steps.isEmpty() || end != text.length() ? Optional.empty() : Optional.of(steps);
    }

    /**
     * One step of an address.
     *
     * @param key of a mapping; empty where {@code index} counts
     * @param index of a list, from 0; −1 for a key
     * @param start where it stands in the text, in chars from 0
     * @param end where it ends
     */
    public record Step(String key, int index, int start, int end) {
        /** Tells whether this step selects an element of a list. */
        public boolean isIndex() {
            return index >= 0;
        }
    }
}
