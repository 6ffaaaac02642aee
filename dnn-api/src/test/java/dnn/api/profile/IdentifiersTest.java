package dnn.api.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    private static ColumnProfile column(String name, int[] numbers) {
        return column(name, numbers, true);
    }

    private static ColumnProfile column(String name, int[] numbers, boolean whole) {
        return new ColumnProfile(
                name,
                ColumnType.NUMERIC,
                0,
                (int) Arrays.stream(numbers).distinct().count(),
                List.of(),
                new ColumnNumbers(
                        Arrays.stream(numbers).min().orElseThrow(),
                        Arrays.stream(numbers).max().orElseThrow(),
                        Arrays.stream(numbers).average().orElseThrow(),
                        1,
                        whole),
                1);
    }

    private static boolean isIdentifier(String name, int rows, IntUnaryOperator number) {
        int[] numbers = IntStream.range(0, rows).map(number).toArray();
        return column(name, numbers).isIdentifier(rows);
    }

    @Test
    void nearlyUniqueNumbersOfACalledColumnAreIdentifiers() {
        for (String name : List.of("person", "customer_no", "Patient", "PassengerId", "Kundennummer", "order", "id")) {
            Random random = new Random(1);
            assertThat(isIdentifier(name, 200, row -> row == 0 ? 5_000 : 5_000 + 977 * (row - 1) + random.nextInt(900)))
                    .as(name)
                    .isTrue();
        }
    }

    /** Whatever it is called: 199 of 200 numbers differ, which numbers drawn from so few hardly ever do. */
    @Test
    void numbersThatAvoidEachOtherAreIdentifiers() {
        assertThat(isIdentifier("x", 200, row -> Math.max(1, row))).isTrue();
        assertThat(isIdentifier("x", 200, row -> 3 * row)).isTrue();
        assertThat(isIdentifier("x", 1000, row -> row + row / 9)).isTrue();
        assertThat(isIdentifier("x", 24, row -> row * 7 % 24)).isTrue();
    }

    @Test
    void measuredNumbersAreNone() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int rows = 20 + random.nextInt(2000);
            int span = 2 + random.nextInt(20 * rows);
            assertThat(isIdentifier("price", rows, row -> random.nextInt(span)))
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(isIdentifier("weight", rows, row -> (int) (span * (5 + random.nextGaussian()))))
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(isIdentifier("population", rows, row -> (int) Math.exp(9 + 3 * random.nextGaussian())))
                    .as("seed %d", seed)
                    .isFalse();
        }
        assertThat(isIdentifier("year", 60, row -> 1960 + row)).isFalse();
        assertThat(isIdentifier("orders", 200, row -> 40_000 + 977 * row)).isFalse();
    }

    @Test
    void fractionsAndFewRowsAreNone() {
        ColumnProfile fractions = column("id", IntStream.range(0, 50).toArray(), false);
        assertThat(fractions.isIdentifier(50)).isFalse();
        assertThat(isIdentifier("id", 19, row -> row)).isFalse();
        assertThat(isIdentifier("id", 100, row -> row % 5)).isFalse();
    }

    @Test
    void rowsOfOnePersonAreRepeated() {
        int[] persons = IntStream.range(0, 200).map(row -> 700 + row / 4).toArray();
        assertThat(column("person", persons).isRepeatedIdentifier(200)).isTrue();
        assertThat(column("person", persons).isIdentifier(200)).isFalse();
        assertThat(column("persons", persons).isRepeatedIdentifier(200)).isFalse();
    }
}
