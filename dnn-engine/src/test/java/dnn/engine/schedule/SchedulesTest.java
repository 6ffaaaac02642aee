package dnn.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Dsl;
import dnn.api.schedule.Constant;
import dnn.api.schedule.Cosine;
import dnn.api.schedule.Schedule;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static double at(Schedule spec, int epoch, int epochs) {
        return Schedules.registry().make(spec).at(0.8, epoch, epochs);
    }

    @Test
    void constantStays() {
        assertThat(at(new Constant(), 99, 100)).isEqualTo(0.8);
    }

    @Test
    void cosineFallsFromTheRateTowardsTheMinimum() {
        assertThat(at(new Cosine(0.2), 0, 6)).isEqualTo(0.8);
        assertThat(at(new Cosine(0.2), 2, 6)).isCloseTo(0.2 + 0.3 * 1.5, within(1e-15));
        assertThat(at(new Cosine(0.2), 3, 6)).isCloseTo(0.5, within(1e-15));
        assertThat(at(new Cosine(0.2), 4, 6)).isCloseTo(0.2 + 0.3 * 0.5, within(1e-15));
    }

    @Test
    void exponentialMultipliesEveryEpoch() {
        assertThat(at(Dsl.exponential(0.5), 0, 9)).isEqualTo(0.8);
        assertThat(at(Dsl.exponential(0.5), 3, 9)).isCloseTo(0.1, within(1e-16));
    }

    @Test
    void stepMultipliesEverySoManyEpochs() {
        assertThat(at(Dsl.step(3, 0.5), 2, 9)).isEqualTo(0.8);
        assertThat(at(Dsl.step(3, 0.5), 3, 9)).isEqualTo(0.4);
        assertThat(at(Dsl.step(3, 0.5), 8, 9)).isEqualTo(0.2);
    }
}
