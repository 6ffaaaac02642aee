package dnn.engine;

import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.meanSquaredError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.random.CounterHash;
import dnn.api.random.RandomStreams;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import dnn.engine.network.Workspace;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DropoutTest {
    private static final int UNITS = 50;
    private static final int COUNT = 400;
    private static final double RATE = 0.3;

    /** What dropout makes of ones, in training or not. */
    private static double[] dropped(long seed, boolean training, long step, int items) {
        Backend backend = new CommonsMathBackend();
        Network network = Network.initialized(
                Experiments.of(meanSquaredError(), dropout(RATE), dense(1))
                        .seed(seed)
                        .build(),
                UNITS,
                backend);
        double[] ones = new double[UNITS * items];
        Arrays.fill(ones, 1);
        Items data = new Items(backend, new Dataset(new Matrix(UNITS, items, ones), Matrix.zeros(1, items)));
        Workspace workspace = Workspace.forEvaluation(network, backend.kernels(), items);
        workspace.set(items, training, step);
        Buffer features = data.features(0, items);
        workspace.forward(features);
        double[] values = new double[UNITS * items];
        backend.read(workspace.output(0), values.length, values);
        return values;
    }

    @Test
    void theMeanIsPreserved() {
        double[] values = dropped(1, true, 0, COUNT);
        assertThat(values).containsOnly(0, 1 / (1 - RATE));
        // Standard error of the mean: √(rate/(1 − rate)/20000) = 0.0046.
        assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(1, within(0.018));
    }

    @Test
    void inferenceChangesNothing() {
        assertThat(dropped(1, false, 0, COUNT)).containsOnly(1);
    }

    @Test
    void masksAreKeyedBySeedStepItemAndUnit() {
        double[] mask = dropped(1, true, 7, COUNT);
        assertThat(dropped(1, true, 7, COUNT)).isEqualTo(mask);
        assertThat(dropped(1, true, 8, COUNT)).isNotEqualTo(mask);
        assertThat(dropped(2, true, 7, COUNT)).isNotEqualTo(mask);
        // The first items of a smaller batch have the same masks.
        assertThat(dropped(1, true, 7, 3)).isEqualTo(Arrays.copyOf(mask, 3 * UNITS));
        long step = CounterHash.at(new RandomStreams(1).key("dropout/dropout1"), 7);
        for (int i = 0; i < COUNT; i++) {
            for (int k = 0; k < UNITS; k++) {
                boolean gone = (CounterHash.at(CounterHash.at(step, i), k) >>> 11) * 0x1.0p-53 < RATE;
                assertThat(mask[i * UNITS + k] == 0).isEqualTo(gone);
            }
        }
    }
}
