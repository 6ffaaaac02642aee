package dnn.config.diagnostic;

import dnn.api.grammar.EditDistance;
import dnn.config.word.Spelling;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what a user may have meant, by the optimal string alignment distance (insertions, deletions, substitutions,
 * neighbours swapped): worth a hint, but never an edit. What is certain enough to be edited is said by
 * {@link Spelling}.
 */
public final class Similar {
    /** Lengths that differ by more than the tolerance and so many characters are not looked at. */
    private static final int MOST_SEPARATORS = 2;

    private Similar() {}

    private record Near(String candidate, int distance) {}

    /** The candidate nearest to {@code written} if it is near: at most one mistake in three characters. */
    public static Optional<String> to(String written, Collection<String> candidates) {
        if (written.isEmpty() || written.length() > 80) {
            return Optional.empty();
        }
        String wanted = normalized(written);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - wanted.length())
                        <= tolerance(wanted, candidate) + MOST_SEPARATORS)
                .map(candidate -> new Near(candidate, EditDistance.between(wanted, normalized(candidate))))
                .filter(near -> near.distance <= tolerance(wanted, near.candidate))
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::candidate))
                .map(Near::candidate)
                .or(() -> abbreviated(wanted, candidates));
    }

    /** The only candidate whose words start with these letters: {@code lr} for {@code learning_rate}. */
    private static Optional<String> abbreviated(String wanted, Collection<String> candidates) {
        List<String> found = candidates.stream()
                .filter(candidate -> wanted.length() > 1 && initials(candidate).equals(wanted))
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String initials(String candidate) {
        return Arrays.stream(normalized(candidate).split("_"))
                .map(word -> word.isEmpty() ? "" : word.substring(0, 1))
                .collect(Collectors.joining());
    }

    private static int tolerance(String wanted, String candidate) {
        return Math.min(wanted.length(), candidate.length()) < 2
                ? 0
                : Math.max(1, Math.min(wanted.length(), candidate.length()) / 3);
    }

    private static String normalized(String text) {
        return text.toLowerCase(Locale.ROOT).replace("()", "").replace('-', '_').replace(' ', '_');
    }
}
