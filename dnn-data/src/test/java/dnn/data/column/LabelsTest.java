package dnn.data.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void numbersSortAsNumbersAndEqualOnesAreOne() {
        assertThat(Labels.sorted(List.of("10", "9", "-0.5", "9.0", "1e1", "+3")))
                .containsExactly("-0.5", "+3", "9", "10");
        assertThat(Labels.sorted(List.of("0", "-0", "0.0"))).containsExactly("0");
    }

    @Test
    void longIntegersStayDifferent() {
        assertThat(Labels.sorted(List.of("9007199254740993", "9007199254740992")))
                .containsExactly("9007199254740992", "9007199254740993");
    }

    @Test
    void oneWordMakesAllOfThemWords() {
        assertThat(Labels.sorted(List.of("10", "9", "x", "9.0"))).containsExactly("10", "9", "9.0", "x");
        assertThat(Labels.sorted(List.of("10", "9", "inf"))).containsExactly("10", "9", "inf");
    }

    @Test
    void textsFindTheirPlaces() {
        assertThat(Labels.indices(List.of("1", "20"), List.of("20.0", "x", "1", "3", "inf")))
                .containsExactly(1, Labels.UNKNOWN, 0, Labels.UNKNOWN, Labels.UNKNOWN);
        assertThat(Labels.indices(List.of("1", "a"), List.of("1.0", "a"))).containsExactly(Labels.UNKNOWN, 1);
        assertThat(Labels.indices(List.of(), List.of("a"))).containsExactly(Labels.UNKNOWN);
    }
}
