// Longer than 300 lines: the equations of the lecture in its order, each computed twice.
package dnn.engine;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sgd;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.zeros;
import static dnn.engine.Blackboard.ROUNDING;
import static dnn.engine.Blackboard.byRows;
import static dnn.engine.Blackboard.close;
import static dnn.engine.Blackboard.logistic;
import static dnn.engine.Blackboard.map;
import static dnn.engine.Blackboard.plus;
import static dnn.engine.Blackboard.pointwise;
import static dnn.engine.Blackboard.rows;
import static dnn.engine.Blackboard.times;
import static dnn.engine.Blackboard.transposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.initializer.Normal;
import dnn.api.layer.LayerSpec;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.network.Items;
import dnn.engine.network.Network;
import dnn.engine.training.StepLoop;
import dnn.engine.training.Trainer;
import dnn.engine.training.TrainingResult;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The lecture's equations, each computed here with plain two-dimensional arrays and sums that follow the blackboard,
 * against what the engine computes. A matrix is {@code double[row][column]}, one column an item.
 */
class LectureEquationsTest {
    /** A network of the lecture at some parameters, its items, and one pass of the engine through it. */
    private static final class Pass {
        final Dataset items;
        final double[][] x;
        final double[][] y;
        final Network network;
        final StepLoop loop;
        final double[][][] w;
        final double[][][] b;

        Pass(int inputs, LayerSpec... layers) {
            Experiment experiment = Experiments.of(binaryCrossEntropy(), layers)
                    .weights(new Normal(0, 0.7))
                    .biases(new Normal(0, 0.3))
                    .fullBatch()
                    .build();
            items = Experiments.items("lecture", binaryCrossEntropy(), inputs, 1, 6);
            x = byRows(items.features());
            y = byRows(items.targets());
            Backend backend = new CommonsMathBackend();
            network = Network.initialized(experiment, inputs, backend);
            loop = new StepLoop(experiment, network, items.items());
            w = new double[layers.length + 1][][];
            b = new double[layers.length + 1][][];
            for (int l = 1; l <= layers.length; l++) {
                w[l] = rows(Experiments.tensor(network, "dense" + l + ".weights"));
                b[l] = rows(Experiments.tensor(network, "dense" + l + ".biases"));
            }
            Items onBackend = new Items(backend, items);
            loop.gradients(onBackend.features(0, items.items()), onBackend.targets(0, items.items()), items.items(), 0);
        }

        int m() {
            return items.items();
        }

        double[][] output(int layer) {
            int rows = network.nodes().get(layer - 1).outputs();
            return read(loop.workspace().output(layer - 1), rows);
        }

        double[][] probabilities() {
            return read(loop.workspace().probabilities(), 1);
        }

        private double[][] read(Buffer buffer, int rows) {
            double[] values = new double[rows * m()];
            network.backend().read(buffer, values.length, values);
            return byRows(new Matrix(rows, m(), values));
        }

        double[][] gradient(String name) {
            return network.gradients(loop.workspace().flatGradients()).stream()
                    .filter(tensor -> tensor.name().equals(name))
                    .map(Blackboard::rows)
                    .findFirst()
                    .orElseThrow();
        }
    }

    // (1)–(10): one hidden layer, item by item

    @Test
    void equations1To4OneHiddenLayerForward() {
        Pass pass = new Pass(3, dense(4, sigmoid()), dense(1, sigmoid()));
        for (int i = 0; i < pass.m(); i++) {
            double z2 = pass.b[2][0][0];
            for (int k = 0; k < 4; k++) {
                double z1 = pass.b[1][k][0];
                for (int j = 0; j < 3; j++) {
                    z1 += pass.w[1][k][j] * pass.x[j][i]; // (1)
                }
                double a1 = logistic(z1); // (2)
                assertThat(pass.output(1)[k][i]).isCloseTo(a1, within(ROUNDING));
                z2 += pass.w[2][0][k] * a1; // (3)
            }
            assertThat(pass.output(2)[0][i]).isCloseTo(z2, within(ROUNDING));
            assertThat(pass.probabilities()[0][i]).isCloseTo(logistic(z2), within(ROUNDING)); // (4)
            assertThat(pass.network.predict(pass.items.features()).get(0, i)).isCloseTo(logistic(z2), within(ROUNDING));
        }
    }

    @Test
    void equations5And24BinaryCrossEntropy() {
        for (Pass pass : List.of(
                new Pass(3, dense(4, sigmoid()), dense(1, sigmoid())),
                new Pass(2, dense(5, relu()), dense(4, relu()), dense(1, sigmoid())))) {
            double sum = 0;
            for (int i = 0; i < pass.m(); i++) {
                double a = pass.probabilities()[0][i];
                sum += pass.y[0][i] * Math.log(a) + (1 - pass.y[0][i]) * Math.log(1 - a);
            }
            double found = pass.network.backend().read(pass.loop.workspace().sums(), 0) / pass.m();
            assertThat(found).isCloseTo(-sum / pass.m(), within(ROUNDING));
        }
    }

    @Test
    void equations6To10OneHiddenLayerBackward() {
        Pass pass = new Pass(3, dense(4, sigmoid()), dense(1, sigmoid()));
        double m = pass.m();
        double[][] a1 = pass.output(1);
        double[][] dw2 = new double[1][4];
        double[][] db2 = new double[1][1];
        double[][] dw1 = new double[4][3];
        double[][] db1 = new double[4][1];
        for (int i = 0; i < pass.m(); i++) {
            double dz2 = pass.probabilities()[0][i] - pass.y[0][i]; // (6)
            db2[0][0] += dz2 / m;
            for (int k = 0; k < 4; k++) {
                dw2[0][k] += dz2 * a1[k][i] / m; // (7)
                double dz1 = pass.w[2][0][k] * dz2 * a1[k][i] * (1 - a1[k][i]); // (8)
                db1[k][0] += dz1 / m; // (10)
                for (int j = 0; j < 3; j++) {
                    dw1[k][j] += dz1 * pass.x[j][i] / m; // (9)
                }
            }
        }
        close(pass.gradient("dense2.weights"), dw2);
        close(pass.gradient("dense2.biases"), db2);
        close(pass.gradient("dense1.weights"), dw1);
        close(pass.gradient("dense1.biases"), db1);
    }

    // (11)–(13): dimensions

    @Test
    void equations11To13Dimensions() {
        Pass pass = new Pass(2, dense(5, relu()), dense(4, relu()), dense(1, sigmoid()));
        assertThat(pass.items.features().rows()).isEqualTo(2);
        assertThat(pass.items.features().columns()).isEqualTo(pass.m());
        assertThat(pass.network.parameters())
                .extracting(tensor -> tensor.name() + " " + tensor.shape())
                .containsExactly(
                        "dense1.weights (5, 2)",
                        "dense1.biases (5, 1)",
                        "dense2.weights (4, 5)",
                        "dense2.biases (4, 1)",
                        "dense3.weights (1, 4)",
                        "dense3.biases (1, 1)");
        assertThat(pass.network.parameterCount()).isEqualTo(5 * 2 + 5 + 4 * 5 + 4 + 4 + 1);
    }

    // (14)–(20): why not zeros

    @Test
    void equations14To20NeuronsThatStartAtZeroStayCopies() {
        Experiment experiment = Experiments.of(
                        binaryCrossEntropy(), dense(4, sigmoid()), dense(3, sigmoid()), dense(1, sigmoid()))
                .weights(zeros())
                .biases(zeros())
                .optimizer(sgd(2))
                .batchSize(3)
                .epochs(200)
                .build();
        Dataset items = Experiments.items("zeros", binaryCrossEntropy(), 2, 1, 9);
        TrainingResult result = new Trainer(experiment, new CommonsMathBackend())
                .train(items, Experiments.none(items), Experiments.QUIET, () -> false);
        for (String layer : List.of("dense1", "dense2")) {
            double[][] weights = rows(Experiments.tensor(result.network(), layer + ".weights"));
            double[][] biases = rows(Experiments.tensor(result.network(), layer + ".biases"));
            for (int k = 1; k < weights.length; k++) {
                assertThat(weights[k]).as("neuron %d of %s", k, layer).isEqualTo(weights[0]);
                assertThat(biases[k]).isEqualTo(biases[0]);
            }
        }
        // They did learn, so that being equal is not for want of a gradient.
        assertThat(Experiments.tensor(result.network(), "dense2.weights").values())
                .doesNotContain(0.0);
        assertThat(Experiments.tensor(result.network(), "dense1.weights").values())
                .doesNotContain(0.0);
    }

    @Test
    void randomWeightsMakeNeuronsDifferent() {
        Experiment experiment = Experiments.of(binaryCrossEntropy(), dense(4, sigmoid()), dense(1, sigmoid()))
                .weights(new Normal(0, 1))
                .epochs(20)
                .build();
        Dataset items = Experiments.items("zeros", binaryCrossEntropy(), 2, 1, 9);
        TrainingResult result = new Trainer(experiment, new CommonsMathBackend())
                .train(items, Experiments.none(items), Experiments.QUIET, () -> false);
        double[][] weights = rows(Experiments.tensor(result.network(), "dense1.weights"));
        assertThat(weights[1]).isNotEqualTo(weights[0]);
    }

    // (21)–(28): deep networks, as matrices

    @Test
    void equations21To23DeepForward() {
        Pass pass = new Pass(2, dense(5, relu()), dense(4, relu()), dense(1, sigmoid()));
        double[][] a = pass.x; // (21)
        for (int l = 1; l <= 3; l++) {
            double[][] z = plus(times(pass.w[l], a), pass.b[l]); // (22)
            int layer = l;
            a = map(z, value -> layer < 3 ? Math.max(0, value) : logistic(value)); // (23)
            close(l < 3 ? pass.output(l) : pass.probabilities(), a);
        }
    }

    @Test
    void equations25To28DeepBackward() {
        Pass pass = new Pass(2, dense(5, relu()), dense(4, relu()), dense(1, sigmoid()));
        double[][][] z = new double[4][][];
        double[][][] a = new double[4][][];
        a[0] = pass.x;
        for (int l = 1; l <= 3; l++) {
            z[l] = plus(times(pass.w[l], a[l - 1]), pass.b[l]);
            int layer = l;
            a[l] = map(z[l], value -> layer < 3 ? Math.max(0, value) : logistic(value));
        }
        double m = pass.m();
        // The derivative of (24) with respect to A[L], of one item's loss.
        double[][] da = new double[1][pass.m()];
        for (int i = 0; i < pass.m(); i++) {
            da[0][i] = -pass.y[0][i] / a[3][0][i] + (1 - pass.y[0][i]) / (1 - a[3][0][i]);
        }
        for (int l = 3; l >= 1; l--) {
            int layer = l;
            double[][] derivative =
                    map(z[l], value -> layer < 3 ? (value > 0 ? 1 : 0) : logistic(value) * (1 - logistic(value)));
            double[][] dz = pointwise(da, derivative); // (28)
            double[][] dw = map(times(dz, transposed(a[l - 1])), value -> value / m); // (25)
            double[][] db = new double[dz.length][1];
            for (int k = 0; k < dz.length; k++) {
                db[k][0] = Arrays.stream(dz[k]).sum() / m; // (26)
            }
            close(pass.gradient("dense" + l + ".weights"), dw);
            close(pass.gradient("dense" + l + ".biases"), db);
            da = times(transposed(pass.w[l]), dz); // (27)
        }
    }

    @Test
    void theUpdateGoesDownTheGradient() {
        Pass pass = new Pass(2, dense(5, relu()), dense(4, relu()), dense(1, sigmoid()));
        Experiment experiment = Experiments.of(
                        binaryCrossEntropy(), dense(5, relu()), dense(4, relu()), dense(1, sigmoid()))
                .weights(new Normal(0, 0.7))
                .biases(new Normal(0, 0.3))
                .optimizer(sgd(0.25))
                .fullBatch()
                .epochs(1)
                .build();
        TrainingResult result = new Trainer(experiment, new CommonsMathBackend())
                .train(pass.items, Experiments.none(pass.items), Experiments.QUIET, () -> false);
        for (int l = 1; l <= 3; l++) {
            double[][] dw = pass.gradient("dense" + l + ".weights");
            double[][] expected = new double[dw.length][dw[0].length];
            for (int k = 0; k < dw.length; k++) {
                for (int j = 0; j < dw[0].length; j++) {
                    expected[k][j] = pass.w[l][k][j] - 0.25 * dw[k][j];
                }
            }
            close(rows(Experiments.tensor(result.network(), "dense" + l + ".weights")), expected);
        }
    }
}
