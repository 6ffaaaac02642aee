package dnn.config.word;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words that say yes or no, of which tables, programs and YAML each have others. */
public final class TruthWords {
    private static final Set<String> YES = Set.of("true", "yes", "on", "t", "y", "1", "1.0");
    private static final Set<String> NO = Set.of("false", "no", "off", "f", "n", "0", "0.0");

    private TruthWords() {}

    /**
     * The only name that says the same as {@code written}, where another says the opposite: of {@code True} and
     * {@code False}, {@code yes} is the first; of {@code M} and {@code F}, {@code false} is none.
     */
    public static Optional<String> same(String written, Collection<String> names) {
        Set<String> same = words(written, false);
        List<String> alike = named(names, same);
        return alike.size() == 1 && !named(names, words(written, true)).isEmpty()
                ? Optional.of(alike.get(0))
                : Optional.empty();
    }

    private static List<String> named(Collection<String> names, Set<String> words) {
        return names.stream()
                .filter(name -> words.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Set<String> words(String written, boolean opposite) {
        String word = written.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return opposite ? NO : YES;
        } else if (NO.contains(word)) {
            return opposite ? YES : NO;
        }
        return Set.of();
    }
}
