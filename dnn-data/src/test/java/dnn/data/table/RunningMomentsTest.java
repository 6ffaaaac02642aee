package dnn.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.random.RandomStream;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningMomentsTest {
    private static RunningMoments of(double... numbers) {
        RunningMoments moments = new RunningMoments();
        Arrays.stream(numbers).forEach(moments::add);
        return moments;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -7, 1e-300, 1e300, 1e-170, 1e160})
    void threeNumbersByHand(double unit) {
        RunningMoments moments = of(unit, 2 * unit, 6 * unit);
        assertThat(moments.minimum()).isEqualTo(Math.min(unit, 6 * unit));
        assertThat(moments.maximum()).isEqualTo(Math.max(unit, 6 * unit));
        assertThat(moments.mean() / unit).isCloseTo(3, within(1e-14));
        assertThat(moments.deviation() / Math.abs(unit)).isCloseTo(Math.sqrt(14 / 3.0), within(1e-14));
    }

    @Test
    void magnitudesMayGrowOnTheWay() {
        RunningMoments moments = of(1e-200, 3, -1e200, 0);
        assertThat(moments.mean()).isCloseTo(-0.25e200, within(1e186));
        assertThat(moments.deviation()).isCloseTo(Math.sqrt(3) / 4 * 1e200, within(1e186));
    }

    @Test
    void equalNumbersHaveNoDeviationAtAll() {
        RunningMoments moments = of(0.1, 0.1, 0.1);
        assertThat(moments.mean()).isEqualTo(0.1);
        assertThat(moments.deviation()).isZero();
    }

    @Test
    void noNumbersHaveNoMoments() {
        RunningMoments moments = of();
        assertThat(new double[] {moments.minimum(), moments.maximum(), moments.mean(), moments.deviation()})
                .containsOnly(Double.NaN);
    }

    @Test
    void theSameAsInTwoPasses() {
        RandomStream random = RandomStream.of(5, "moments");
        double[] numbers = new double[10_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 1e6 + random.nextGaussian();
        }
        RunningMoments moments = of(numbers);
        assertThat(moments.mean()).isCloseTo(new Mean().evaluate(numbers), within(1e-8));
        assertThat(moments.deviation()).isCloseTo(new StandardDeviation(false).evaluate(numbers), within(1e-8));
    }
}
