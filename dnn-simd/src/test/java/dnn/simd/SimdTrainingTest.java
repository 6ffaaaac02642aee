package dnn.simd;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.categoricalCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.ExperimentBuilder;
import dnn.api.dataset.Dataset;
import dnn.engine.Experiments;
import dnn.engine.TrainingContract;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Training on the {@code simd} backend. */
class SimdTrainingTest extends TrainingContract {
    @Override
    protected Backend create(Precision precision, int threads) {
        return new SimdProvider().create(precision, threads);
    }

    /** The same numbers in every run of the build: for each width of vector and each JDK, on any machine. */
    @Test
    void bitsAreThoseOfEveryWidthAndJdk() {
        Dataset many = Experiments.items("widths", categoricalCrossEntropy(), 150, 9, 150);
        Dataset few = Experiments.items("widths", binaryCrossEntropy(), 2, 1, 50);
        List<Integer> hashes = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            hashes.add(Arrays.hashCode(trained(large(), many, precision, 1)));
            ExperimentBuilder small = Experiments.of(
                            binaryCrossEntropy(), dense(20, relu()), dense(7, tanh()), dense(1, sigmoid()))
                    .optimizer(sgd(0.1))
                    .batchSize(20)
                    .epochs(3);
            hashes.add(Arrays.hashCode(trained(small, few, precision, 1)));
        }
        assertThat(hashes).containsExactly(2117438132, 1565967192, 1875401377, 1257992923);
    }
}
