package dnn.data.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @ParameterizedTest
    @ValueSource(doubles = {1, -7, 1e-300, 1e300, 1e-170, 1e160})
    void threeNumbersByHand(double unit) {
        Moments moments = Moments.of(new double[] {unit, 2 * unit, 6 * unit});
        assertThat(moments.minimum()).isEqualTo(Math.min(unit, 6 * unit));
        assertThat(moments.maximum()).isEqualTo(Math.max(unit, 6 * unit));
        assertThat(moments.mean() / unit).isCloseTo(3, within(1e-14));
        assertThat(moments.deviation() / Math.abs(unit)).isCloseTo(Math.sqrt(14 / 3.0), within(1e-14));
        assertThat(moments.constant()).isFalse();
    }

    @Test
    void equalNumbersHaveNoDeviationAtAll() {
        assertThat(Moments.of(new double[] {0.1, 0.1, 0.1})).isEqualTo(new Moments(0.1, 0.1, 0.1, 0));
        assertThat(Moments.of(new double[] {0.1, 0.1, 0.1}).constant()).isTrue();
    }

    @Test
    void noNumbersHaveNoMoments() {
        Moments moments = Moments.of(new double[0]);
        assertThat(moments).isEqualTo(new Moments(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }
}
