package dnn.config.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Two texts of a column that differ in letter case or spaces alone.
 *
 * @param one that comes first
 * @param other that comes later
 */
record TextsAlike(String one, String other) {
    /** The first such pair; texts of one letter may differ so on purpose. */
    static Optional<TextsAlike> first(List<String> texts) {
        Map<String, String> seen = new HashMap<>();
        for (String text : texts) {
            String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
            String before = plain.length() > 1 ? seen.putIfAbsent(plain, text) : null;
            if (before != null) {
                return Optional.of(new TextsAlike(before, text));
            }
        }
        return Optional.empty();
    }
}
