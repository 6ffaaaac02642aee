package dnn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final List<String> ALL = List.of("a", "b", "c", "d", "e");

    @Test
    void everybodyHasOneTurnARound() {
        for (int round = 0; round < 2 * ALL.size(); round++) {
            assertThat(Comparison.order(ALL, round)).containsExactlyInAnyOrderElementsOf(ALL);
        }
    }

    @Test
    void everybodyStartsARoundAndFollowsMoreThanOneOther() {
        Set<String> starting = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        for (int round = 0; round < 2 * ALL.size(); round++) {
            List<String> order = Comparison.order(ALL, round);
            starting.add(order.get(0));
            for (int i = 1; i < order.size(); i++) {
                pairs.add(order.get(i - 1) + order.get(i));
            }
        }
        assertThat(starting).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(pairs).hasSize(2 * ALL.size()).contains("ab", "ba", "ea", "ae");
    }

    @Test
    void aWorkIsSaidByItsArguments() {
        for (Work work : Work.ALL) {
            assertThat(work.arguments()).hasSize(Work.ARGUMENTS);
            assertThat(Work.of(work.arguments())).isEqualTo(work);
        }
    }
}
