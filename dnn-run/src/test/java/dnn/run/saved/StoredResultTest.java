package dnn.run.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dnn.data.encoding.FittedTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredResultTest {
    private static final FittedTarget CLASSES = new FittedTarget.Classes("kind", List.of("a", "b"), false);

    private static String text(String baseline) {
        return "{\"baseline\": " + baseline + ", \"weightsSha256\": \"00\", \"precision\": \"float32\"}";
    }

    @Test
    void whatHasNoValueIsNotANumber() {
        String text = text("[0.25, null]");
        assertThat(StoredResult.problem(text, CLASSES)).isEmpty();
        assertThat(StoredResult.of(text).baseline()).containsExactly(0.25, Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0.5]", "[0.5, 2]", "[0.5, -0.1]", "[0.5, \"a\"]", "{}", "[0.5, 1e999]", "[0.5, true]"})
    void aBaselineThatIsNoShareIsFound(String baseline) {
        assertThat(StoredResult.problem(text(baseline), CLASSES)).isPresent();
    }

    @Test
    void aKeyTwiceAndTextBehindTheEndAreFound() {
        assertThat(StoredResult.problem(text("[0.5, 0.5], \"baseline\": [0.5, 0.5]"), CLASSES))
                .contains("text that is no JSON");
        assertThat(StoredResult.problem(text("[0.5, 0.5]") + "1", CLASSES)).isPresent();
    }
}
