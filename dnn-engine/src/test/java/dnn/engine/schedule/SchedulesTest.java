package dnn.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Dsl;
import dnn.api.Training;
import dnn.api.schedule.Constant;
import dnn.api.schedule.Cosine;
import dnn.api.schedule.OneCycle;
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
                new Row(Dsl.step(3, 0.5), 9, new int[] {0, 2, 3, 5, 6, 8}, new double[] {0.8, 0.8, 0.4, 0.4, 0.2, 0.2}),
                new Row(Dsl.polynomial(), 8, new int[] {0, 2, 4, 7}, new double[] {0.8, 0.6000000000000001, 0.4, 0.1}),
                new Row(Dsl.polynomial().power(2).minimum(0.2), 8, new int[] {0, 2, 7}, new double[] {
                    0.8, 0.5375, 0.209375
                }),
                new Row(Dsl.inverseTime(0.5), 9, new int[] {0, 1, 2, 6}, new double[] {0.8, 0.5333333333333333, 0.4, 0.2
                }),
                new Row(Dsl.cosineRestarts(4), 12, new int[] {0, 1, 3, 4, 6, 11}, new double[] {
                    0.8, 0.682842712474619, 0.11715728752538102, 0.8, 0.4, 0.11715728752538102
                }),
                new Row(
                        Dsl.cosineRestarts(2).growth(3).minimum(0.1),
                        30,
                        new int[] {0, 1, 2, 5, 7, 8, 17, 25, 26},
                        new double[] {
                            0.8,
                            0.45000000000000007,
                            0.8,
                            0.45000000000000007,
                            0.14689110867544647,
                            0.8,
                            0.45000000000000007,
                            0.1053172864457272,
                            0.8
                        }),
                new Row(Dsl.oneCycle(), 20, new int[] {0, 3, 5, 6, 12, 19}, new double[] {
                    0.03200000000000003, 0.5346625258399798, 0.8, 0.7899712049880699, 0.4000016, 3.2e-06
                }),
                new Row(Dsl.oneCycle().rise(0.5).start(4).end(10), 8, new int[] {0, 1, 3, 4, 7}, new double[] {
                    0.19999999999999996, 0.35, 0.8, 0.6857716446627535, 0.02
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
        assertThat(row.schedule() instanceof OneCycle || rate.at(0.8, 0, row.epochs()) == 0.8)
                .isTrue();
    }

    @Test
    void everyPermittedScheduleHasARow() {
        assertThat(rows().stream()
                        .map(row -> row.schedule().getClass())
                        .distinct()
                        .toArray())
                .containsExactlyInAnyOrder((Object[]) Experiments.kindsOf(Schedule.class));
    }

    /** Few epochs: each has a rate that is a positive number and no greater than the optimizer's. */
    @Test
    void everyEpochHasARate() {
        for (Row row : rows()) {
            for (int epochs = 1; epochs < 8; epochs++) {
                for (int warmup = 0; warmup <= epochs + 1; warmup++) {
                    LearningRate rate = Schedules.of(training(row.schedule(), warmup, epochs));
                    for (int epoch = 0; epoch < epochs; epoch++) {
                        assertThat(rate.at(0.8, epoch, epochs)).isPositive().isLessThanOrEqualTo(0.8 * (1 + 1e-15));
                    }
                }
            }
        }
    }

    /** Three epochs up in equal steps, then the schedule over the seven that are left. */
    @Test
    void warmupComesBeforeAnySchedule() {
        LearningRate rate = Schedules.of(training(Dsl.polynomial(), 3, 10));
        double[] expected = {
            0.2, 0.4, 0.6, 0.8, 0.8 * 6 / 7, 0.8 * 5 / 7, 0.8 * 4 / 7, 0.8 * 3 / 7, 0.8 * 2 / 7, 0.8 / 7
        };
        for (int epoch = 0; epoch < 10; epoch++) {
            assertThat(rate.at(0.8, epoch, 10)).isCloseTo(expected[epoch], within(1e-15));
        }
        assertThat(Schedules.of(training(Dsl.constantRate(), 1, 10)).at(0.8, 0, 10))
                .isEqualTo(0.4);
        assertThat(Schedules.of(training(Dsl.constantRate(), 0, 10)).at(0.8, 0, 10))
                .isEqualTo(0.8);
    }

    private static Training training(Schedule schedule, int warmup, int epochs) {
        return Experiments.line()
                .schedule(schedule)
                .warmup(warmup)
                .epochs(epochs)
                .build()
                .training();
    }
}
