package dnn.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.profile.ColumnProfile;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class NumberCountsTest {
    private static NumberCounts counts(int cells, IntToDoubleFunction number) {
        NumberCounts counts = new NumberCounts();
        for (int cell = 0; cell < cells; cell++) {
            counts.add(number.applyAsDouble(cell));
        }
        return counts;
    }

    @Test
    void upToTheLimitNumbersAreCounted() {
        NumberCounts counts = counts(60_000, cell -> cell % ColumnProfile.DISTINCT_LIMIT);
        assertThat(counts.distinct()).isEqualTo(ColumnProfile.DISTINCT_LIMIT);
        assertThat(counts.commonest()).hasSize(ColumnProfile.COMMONEST_LIMIT);
    }

    @Test
    void beyondItNumbersThatNeverRepeatAreKnownToDiffer() {
        assertThat(counts(300_007, cell -> cell * 100_003L % 300_007).distinct())
                .isEqualTo(300_007);
        assertThat(counts(300_007, cell -> cell / 8.0).distinct()).isEqualTo(300_007);
    }

    @Test
    void othersAreEstimated() {
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            NumberCounts uniform = counts(400_000, cell -> random.nextInt(400_000));
            assertThat(uniform.distinct()).isCloseTo((int) (400_000 * (1 - Math.exp(-1))), within(9_000));
            assertThat(uniform.commonest()).isEmpty();
            NumberCounts halfZero = counts(400_000, cell -> random.nextBoolean() ? 0 : random.nextGaussian());
            assertThat(halfZero.distinct()).isCloseTo(200_000, within(8_000));
        }
    }
}
