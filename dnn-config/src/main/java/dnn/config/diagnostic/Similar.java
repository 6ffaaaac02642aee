package dnn.config.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what a user probably meant, by the optimal string alignment distance (insertions, deletions, substitutions, neighbours swapped). */
public final class Similar {
    private Similar() {}

    /** The candidate nearest to {@code written} if it is near: at most one mistake in three characters. */
    public static Optional<String> to(String written, Collection<String> candidates) {
        if (written.isEmpty() || written.length() > 80) {
            return Optional.empty();
        }
        String wanted = normalized(written);
        return candidates.stream()
                .filter(candidate -> distance(wanted, normalized(candidate)) <= tolerance(wanted, candidate))
                .min(Comparator.comparingInt((String candidate) -> distance(wanted, normalized(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
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

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + substitution);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
