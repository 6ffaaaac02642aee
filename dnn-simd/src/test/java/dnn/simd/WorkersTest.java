package dnn.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void everyTaskOfEveryJobIsDoneOnce() {
        try (Workers workers = new Workers(4)) {
            assertThat(workers.count()).isEqualTo(4);
            for (int tasks = 0; tasks < 300; tasks++) {
                AtomicIntegerArray done = new AtomicIntegerArray(tasks);
                Job job = new Job() {
                    @Override
                    void run(int task, int worker) {
                        assertThat(worker).isBetween(0, 3);
                        done.incrementAndGet(task);
                    }
                };
                workers.run(job, tasks, tasks % 3 != 0);
                for (int task = 0; task < tasks; task++) {
                    assertThat(done.get(task)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void aFailureReachesTheCallerAndTheNextJobIsDone() {
        try (Workers workers = new Workers(3)) {
            Job failing = new Job() {
                @Override
                void run(int task, int worker) {
                    throw new IllegalArgumentException("task " + task);
                }
            };
            assertThatThrownBy(() -> workers.run(failing, 20, true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
            AtomicIntegerArray done = new AtomicIntegerArray(20);
            Job sound = new Job() {
                @Override
                void run(int task, int worker) {
                    done.incrementAndGet(task);
                }
            };
            workers.run(sound, 20, true);
            for (int task = 0; task < 20; task++) {
                assertThat(done.get(task)).isEqualTo(1);
            }
        }
    }
}
