package dnn.data.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns of names, and what matching costs in the worst case. */
class ColumnPatternTest {
    private static final List<String> NAMES = List.of("a", "ab", "abb", "b.a", "(a)", "a\\Eb", "\uD83D\uDE00", "");

    @Test
    void starsStandForAnythingAndQuestionMarksForOneCharacter() {
        assertThat(ColumnPattern.matching("*", NAMES)).isEqualTo(NAMES);
        assertThat(ColumnPattern.matching("a*", NAMES)).containsExactly("a", "ab", "abb", "a\\Eb");
        assertThat(ColumnPattern.matching("*b", NAMES)).containsExactly("ab", "abb", "a\\Eb");
        assertThat(ColumnPattern.matching("a*b*b", NAMES)).containsExactly("abb");
        assertThat(ColumnPattern.matching("?", NAMES)).containsExactly("a", "\uD83D\uDE00");
        assertThat(ColumnPattern.matching("?.a", NAMES)).containsExactly("b.a");
        assertThat(ColumnPattern.matching("(?)", NAMES)).containsExactly("(a)");
        assertThat(ColumnPattern.matching("a\\E*", NAMES)).containsExactly("a\\Eb");
        assertThat(ColumnPattern.matching("**a**", NAMES)).containsExactly("a", "ab", "abb", "b.a", "(a)", "a\\Eb");
        assertThat(ColumnPattern.matching("b", List.of("a"))).isEmpty();
    }

    @Test
    void manyStarsCostNoMoreThanTheProductOfTheLengths() {
        String pattern = "*a".repeat(12) + "*b";
        for (int length : new int[] {60, 600, 6000}) {
            assertThat(ColumnPattern.stepsFor(pattern, "a".repeat(length)))
                    .isLessThanOrEqualTo((long) (pattern.length() + 1) * (length + 1));
        }
    }
}
