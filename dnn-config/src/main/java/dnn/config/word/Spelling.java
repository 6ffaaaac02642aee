package dnn.config.word;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rule by which one word is certainly another one that was written differently: other case or separators, or a
 * single slip of the hand towards exactly one word. A slip is two neighbouring letters swapped, a letter too many, one
 * too few, or a wrong one. Digits are never slips ({@code f2} is not {@code f1}), and words of up to three letters are
 * so close to each other that only swapped letters count, and one that is doubled or not.
 */
public final class Spelling {
    private static final int SHORT = 3;
    private static final int LONGEST = 80;
    private static final Pattern SEPARATORS = Pattern.compile("[_\\- ]");

    /** The prefixes of names in programs of other tools. */
    private static final Pattern MODULES = Pattern.compile(
            "(?:(?:tf|tensorflow|keras|torch|nn|F|functional|optim|layers|losses|metrics|optimizers|activations"
                    + "|initializers|init|schedules|lr_scheduler|sklearn|datasets|jax|flax|linen|optax)\\.)+");

    private static final String[] KEYBOARD_ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    private Spelling() {}

    /**
     * The word without case and separators, and without the modules before it: {@code nn.LeakyReLU} is
     * {@code leakyrelu}.
     */
    public static String plain(String word) {
        String latin = Lookalikes.plain(word);
        Matcher modules = MODULES.matcher(latin);
        String bare = modules.lookingAt() ? latin.substring(modules.end()) : latin;
        return SEPARATORS
                .matcher(bare.endsWith("()") ? bare.substring(0, bare.length() - 2) : bare)
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** A name that somebody chose, without case and separators: {@code Sepal.Length} is {@code sepallength}. */
    private static String plainName(String name) {
        return SEPARATORS
                .matcher(Lookalikes.plain(name))
                .replaceAll("")
                .replace(".", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The only candidate that differs in case and separators alone. */
    public static Optional<String> same(String written, Collection<String> candidates) {
        return only(matching(written, candidates, Spelling::equal));
    }

    /**
     * Every candidate that is a slip away in a closed vocabulary such as the grammar's, where any wrong letter is a
     * slip.
     */
    public static Set<String> slips(String written, Collection<String> candidates) {
        String plain = plain(written);
        return matching(written, candidates, (a, b) -> isSlip(plain, plain(b), false));
    }

    /** Tells whether one of the candidates, each {@link #plain} already, is a slip away. */
    public static boolean isNearAny(String written, Collection<String> plainCandidates) {
        String plain = plain(written);
        return plain.length() <= LONGEST
                && plainCandidates.stream().anyMatch(candidate -> isSlip(plain, candidate, false));
    }

    /**
     * The certain meaning of {@code written} among names that somebody chose, such as columns; nothing if two are
     * possible. A wrong letter is a slip there only on the key beside, and not at the start: {@code height} is not
     * {@code weight}.
     */
    public static Optional<String> certainName(String written, Collection<String> names) {
        Set<String> same = matching(written, names, (a, b) -> plainName(a).equals(plainName(b)));
        return only(
                same.isEmpty() ? matching(written, names, (a, b) -> isSlip(plainName(a), plainName(b), true)) : same);
    }

    private static Set<String> matching(
            String written, Collection<String> candidates, BiPredicate<String, String> relation) {
        return candidates.stream()
                .filter(candidate -> written.length() <= LONGEST
                        && Math.abs(candidate.length() - written.length()) <= LONGEST
                        && relation.test(written, candidate))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<String> only(Set<String> found) {
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static boolean equal(String written, String candidate) {
        String plain = plain(written);
        return !plain.isEmpty() && plain.equals(plain(candidate));
    }

    private static boolean isSlip(String a, String b, boolean ofName) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < a.length() && start < b.length() && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < a.length() - start
                && tail < b.length() - start
                && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        String was = a.substring(start, a.length() - tail);
        String is = b.substring(start, b.length() - tail);
        if (!(was + is).chars().allMatch(Character::isLetter)) {
            return false;
        }
        boolean swapped =
                was.length() == 2 && is.length() == 2 && was.charAt(0) == is.charAt(1) && was.charAt(1) == is.charAt(0);
        boolean shortWord = Math.min(a.length(), b.length()) <= SHORT;
        boolean oneMoreOrLess = was.length() + is.length() == 1;
        boolean oneOther = was.length() == 1
                && is.length() == 1
                && (!ofName || (start > 0 && areNeighbours(was.charAt(0), is.charAt(0))));
        return swapped || (oneMoreOrLess && isDoubled(a, b, start)) || (!shortWord && (oneMoreOrLess || oneOther));
    }

    /**
     * Tells whether the words differ at {@code at} by a letter that stands beside itself in the longer one: {@code sed}
     * for {@code seed}.
     */
    private static boolean isDoubled(String a, String b, int at) {
        String longer = a.length() > b.length() ? a : b;
        boolean likeBefore = at > 0 && longer.charAt(at) == longer.charAt(at - 1);
        boolean likeAfter = at + 1 < longer.length() && longer.charAt(at) == longer.charAt(at + 1);
        return Math.min(a.length(), b.length()) >= SHORT && (likeBefore || likeAfter);
    }

    /** Tells whether two letters lie beside each other on a keyboard. */
    private static boolean areNeighbours(char a, char b) {
        for (int row = 0; row < KEYBOARD_ROWS.length; row++) {
            int column = KEYBOARD_ROWS[row].indexOf(a);
            if (column >= 0) {
                for (int other = Math.max(0, row - 1); other < Math.min(KEYBOARD_ROWS.length, row + 2); other++) {
                    int at = KEYBOARD_ROWS[other].indexOf(b);
                    if (at >= 0 && Math.abs(at - column) <= 1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
