package dnn.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the patterns for lines read of a long line grows like its length: characters are counted, not seconds. */
class GrowthTest {
    private static final int MOST_READINGS = 12;

    static Stream<Pattern> patterns() {
        return Stream.concat(TreeReader.LINE_PATTERNS.stream(), SyntaxRepairs.LINE_PATTERNS.stream());
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void longLinesAreReadAFewTimes(Pattern pattern) {
        for (String line : List.of(
                "name: v" + " ".repeat(20_000),
                "name: v" + " ".repeat(20_000) + "x",
                " ".repeat(20_000) + "name: v",
                "- ".repeat(10_000) + "x",
                "name" + " ".repeat(20_000),
                "name:" + " ".repeat(20_000) + ":",
                "a".repeat(20_000),
                "name: " + "v ".repeat(10_000) + "#",
                "|".repeat(20_000),
                "|" + "-".repeat(20_000))) {
            Counting text = new Counting(line);
            boolean found = pattern.matcher(text).find();
            assertThat(text.readings)
                    .as("%s on %.12s… of %d characters: %s", pattern, line, line.length(), found)
                    .isLessThan((long) MOST_READINGS * line.length());
        }
    }

    /** A text that counts how often a character of it is asked for. */
    private static final class Counting implements CharSequence {
        private final String text;
        private long readings;

        private Counting(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            readings++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }
    }
}
