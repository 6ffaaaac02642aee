package dnn.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+7",
                "1.",
                ".5",
                "-.5",
                "1e-3",
                "1E+22",
                "1e23",
                "9007199254740993",
                "0.1",
                "123456.789e-12",
                "179769313486231570000000000000000000000e270",
                "4.9e-324",
                "1e-400",
                "1e999",
                "-1e999",
                "0.000000000000000000000000000000123",
                "3.14159265358979323846264338327950288",
                "00012.50"
            })
    void numbersReadAsJavaReadsThem(String text) {
        assertThat(Cells.number(text)).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void randomNumbersReadAsJavaReadsThem() {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(60) - 30);
            String text = i % 2 == 0
                    ? Double.toString(number)
                    : String.format(Locale.ROOT, "%." + random.nextInt(20) + "f", number);
            assertThat(Cells.number(text)).as("seed %d: %s", seed, text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "Infinity", "+INF", "-inf", "-infinity"})
    void infinityIsANumber(String text) {
        assertThat(Cells.number(text))
                .isEqualTo(text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "-", "e5", "1e", "1e+", "1.2.3", "1,5", "0x1p3", "1d", "1f", "12a", "NaN", "1_000", "١",
                ".inf", "--1", "1 2", "infin"
            })
    void otherTextIsNone(String text) {
        assertThat(Cells.number(text)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "NaN", "null", "?", "nan", "N/A", "n/a", "NULL", "Null"})
    void wordsForNothing(String text) {
        assertThat(Cells.isMissing(text)).isTrue();
        assertThat(Cells.isMissing(text.toCharArray(), 0, text.length())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "na", "-", "0", "??", "NAN1", "nil", "Norway"})
    void otherWordsAreText(String text) {
        assertThat(Cells.isMissing(text)).isFalse();
        assertThat(Cells.isMissing(text.toCharArray(), 0, text.length())).isFalse();
    }

    @Test
    void numbersAreWrittenWithoutWhatTheyDoNotNeed() {
        assertThat(Cells.text(3)).isEqualTo("3");
        assertThat(Cells.text(-0.5)).isEqualTo("-0.5");
        assertThat(Cells.text(123456789012.0)).isEqualTo("123456789012");
    }
}
