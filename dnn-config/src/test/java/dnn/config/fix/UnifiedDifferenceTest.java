package dnn.config.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UnifiedDifferenceTest {
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");

    @Test
    void equalTextsHaveNone() {
        assertThat(UnifiedDifference.of("a", "x\ny\n", "x\ny\n")).isEmpty();
    }

    @Test
    void oneChangedLineWithItsContext() {
        assertThat(UnifiedDifference.of("a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8\n"))
                .isEqualTo("""
                        --- a.yaml
                        +++ a.yaml (fixed)
                        @@ -2,7 +2,7 @@
                         2
                         3
                         4
                        -5
                        +five
                         6
                         7
                         8
                        """);
    }

    @Test
    void changesFarApartAreHunksOfTheirOwn() {
        String before = "a\n" + "same\n".repeat(20) + "b\n";
        String after = "A\n" + "same\n".repeat(20) + "B\n";
        assertThat(HUNK.matcher(UnifiedDifference.of("f", before, after)).results())
                .hasSize(2);
    }

    @Test
    void whatIsShownTurnsTheOneIntoTheOther() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> before = new ArrayList<>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                before.add("line " + random.nextInt(6));
            }
            List<String> after = new ArrayList<>(before);
            for (int i = random.nextInt(6); i >= 0; i--) {
                int at = random.nextInt(after.size());
                if (random.nextBoolean() || after.size() < 2) {
                    after.add(at, "new " + random.nextInt(6));
                } else {
                    after.remove(at);
                }
            }
            String difference =
                    UnifiedDifference.of("f", String.join("\n", before) + "\n", String.join("\n", after) + "\n");
            assertThat(patched(before, difference))
                    .as("seed %d%n%s", seed, difference)
                    .isEqualTo(after);
        }
    }

    /** As {@code patch} does it: places and counts are those of the hunks, kept and removed lines must be there. */
    private static List<String> patched(List<String> before, String difference) {
        List<String> after = new ArrayList<>();
        int at = 0;
        int left = 0;
        for (String line : difference.lines().skip(2).toList()) {
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                assertThat(left).isZero();
                int first = Integer.parseInt(hunk.group(1)) - (hunk.group(2).equals("0") ? 0 : 1);
                left = Integer.parseInt(hunk.group(2)) + Integer.parseInt(hunk.group(4));
                while (at < first) {
                    after.add(before.get(at++));
                }
                assertThat(after)
                        .hasSize(
                                Integer.parseInt(hunk.group(3)) - (hunk.group(4).equals("0") ? 0 : 1));
                continue;
            }
            left -= line.startsWith(" ") ? 2 : 1;
            if (!line.startsWith("+")) {
                assertThat(line.substring(1)).isEqualTo(before.get(at++));
            }
            if (!line.startsWith("-")) {
                after.add(line.substring(1));
            }
        }
        after.addAll(before.subList(at, before.size()));
        return after;
    }
}
