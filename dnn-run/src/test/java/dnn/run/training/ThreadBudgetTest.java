package dnn.run.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.api.EngineSettings;
import org.junit.jupiter.api.Test;

class ThreadBudgetTest {
    @Test
    void workSideBySideNeverTakesMoreThanThereIs() {
        for (int threads = 1; threads <= 20; threads++) {
            ThreadBudget budget = new ThreadBudget(threads);
            for (int pieces = 1; pieces <= 12; pieces++) {
                int workers = budget.workers(pieces);
                assertThat(workers).isBetween(1, pieces);
                assertThat(workers * budget.share(workers).threads()).isLessThanOrEqualTo(threads);
            }
        }
    }

    @Test
    void settingsAreOnlyEverLowered() {
        EngineSettings three = EngineSettings.defaults().threads(3);
        assertThat(new ThreadBudget(2).limit(three)).isEqualTo(three.threads(2));
        assertThat(new ThreadBudget(8).limit(three)).isEqualTo(three);
        assertThat(ThreadBudget.of(three)).isEqualTo(new ThreadBudget(3));
        assertThat(new ThreadBudget(1).limit(EngineSettings.defaults())).isEqualTo(three.threads(1));
    }

    @Test
    void somethingMustCompute() {
        assertThatThrownBy(() -> new ThreadBudget(0)).hasMessageContaining("at least 1");
    }
}
