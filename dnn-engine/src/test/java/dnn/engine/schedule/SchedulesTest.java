package dnn.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Dsl;
import dnn.api.schedule.Constant;
import dnn.api.schedule.Cosine;
import dnn.api.schedule.Schedule;
import dnn.engine.Experiments;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulesTest {
    /** A schedule, and what Python's {@code math} says of its formula for α = 0.8 in these epochs, counted from 0. */
    record Row(Schedule schedule, int epochs, int[] at, double[] rates) {
        @Override
        public String toString() {
            return schedule.toString();
        }
    }

    static List<Row> rows() {
        return List.of(
                new Row(new Constant(), 100, new int[] {0, 99}, new double[] {0.8, 0.8}),
                new Row(new Cosine(0.2), 6, new int[] {0, 2, 3, 4, 5}, new double[] {
                    0.8, 0.6499999999999999, 0.5, 0.3500000000000001, 0.2401923788646684
                }),
                new Row(Dsl.exponential(0.5), 9, new int[] {0, 3, 7}, new double[] {0.8, 0.1, 0.00625}),
                new Row(Dsl.exponential(0.3), 9, new int[] {1, 2, 5}, new double[] {0.24, 0.072, 0.0019439999999999995
                }),
                new Row(Dsl.step(3, 0.5), 9, new int[] {0, 2, 3, 5, 6, 8}, new double[] {0.8, 0.8, 0.4, 0.4, 0.2, 0.2
                }));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void ratesAreThoseOfTheFormula(Row row) {
        LearningRate rate = Schedules.registry().make(row.schedule());
        double[] found = Arrays.stream(row.at())
                .mapToDouble(epoch -> rate.at(0.8, epoch, row.epochs()))
                .toArray();
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(row.rates()[i], within(1e-15));
        }
        assertThat(rate.at(0.8, 0, row.epochs())).isEqualTo(0.8);
    }

    @Test
    void everyPermittedScheduleHasARow() {
        assertThat(rows().stream()
                        .map(row -> row.schedule().getClass())
                        .distinct()
                        .toArray())
                .containsExactlyInAnyOrder((Object[]) Experiments.kindsOf(Schedule.class));
    }
}
