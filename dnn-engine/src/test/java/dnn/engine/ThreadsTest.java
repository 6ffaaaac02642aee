package dnn.engine;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sigmoid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Lifetime;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.training.EpochReport;
import dnn.engine.training.Status;
import dnn.engine.training.Trainer;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ThreadsTest extends ThreadsContract {
    @Override
    protected Map<String, Supplier<Backend>> backends() {
        return Map.of("commons-math", CommonsMathBackend::new);
    }

    /**
     * Whoever closes does not wait for others, and does not take away what they are using: the end comes with the last
     * use.
     */
    @Test
    void closingLetsFinishWhatIsUnderWay() {
        Dataset data = Experiments.items("threads", binaryCrossEntropy(), 2, 1, 50);
        Experiment experiment = Experiments.of(binaryCrossEntropy(), dense(20, relu()), dense(1, sigmoid()))
                .epochs(2)
                .build();
        List<String> ended = new ArrayList<>();
        Backend backend = new CommonsMathBackend() {
            private final Lifetime own = new Lifetime("backend `counted`", () -> ended.add("ended"));

            @Override
            public Lifetime lifetime() {
                return own;
            }
        };
        TrainingListener closing = new TrainingListener() {
            @Override
            public void stepped(int epoch, int step) {
                if (epoch == 1 && step == 1) {
                    backend.close();
                }
                assertThat(ended).isEmpty();
            }

            @Override
            public void epochEnded(EpochReport report) {}
        };
        TrainingResult result = new Trainer(experiment, backend).train(data, data, closing, () -> false);
        assertThat(result.status()).isEqualTo(Status.COMPLETED);
        assertThat(ended).containsExactly("ended");
        assertThatThrownBy(result.network()::parameters).hasMessageStartingWith("backend `counted` was closed");
    }
}
