package dnn.engine.network;

import static dnn.api.Dsl.activation;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.identity;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.softmax;
import static dnn.api.Dsl.tanh;
import static dnn.api.Dsl.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.layer.LayerSpec;
import dnn.api.loss.CategoricalCrossEntropy;
import dnn.api.shape.Shape;
import dnn.engine.Experiments;
import dnn.engine.backend.commonsmath.CommonsMathBackend;
import dnn.engine.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static Network of(Experiment experiment, int inputs) {
        return Network.initialized(experiment, inputs, new CommonsMathBackend());
    }

    @Test
    void aPredictionWorkedByHand() {
        Experiment experiment = Experiments.of(meanSquaredError(), dense(2, relu()), dense(1))
                .initialization("dense1", values(new double[] {1, -1}, new double[] {0.5, 2}), values(0, -1))
                .initialization("dense2", values(new double[][] {{3, -2}}), values(0.25))
                .build();
        Matrix features = new Matrix(2, 2, new double[] {2, 1, -1, 1});
        // Item 1: relu(1, 2) → 3 − 4 + ¼; item 2: relu(−2, ½) → −1 + ¼.
        assertThat(of(experiment, 2).predict(features).values()).containsExactly(-0.75, -0.75);
        assertThat(of(experiment, 2).predict(Matrix.zeros(2, 0)).columns()).isZero();
    }

    @Test
    void manyItemsArePredictedAsOneByOne() {
        Experiment experiment = Experiments.of(
                        CategoricalCrossEntropy.defaults(), dense(5, tanh()), dense(3, softmax()))
                .build();
        Dataset items = Experiments.items("many", CategoricalCrossEntropy.defaults(), 4, 3, 2500);
        Network network = of(experiment, 4);
        Matrix all = network.predict(items.features());
        for (int i : new int[] {0, 1023, 1024, 2499}) {
            double[] item = java.util.Arrays.copyOfRange(items.features().values(), i * 4, i * 4 + 4);
            Matrix one = network.predict(new Matrix(4, 1, item));
            for (int k = 0; k < 3; k++) {
                assertThat(all.get(k, i)).isEqualTo(one.get(k, 0));
            }
        }
    }

    @Test
    void dropoutDoesNothingToPredictions() {
        LayerSpec[] with = {dense(5, tanh()), dropout(0.9), dense(1, sigmoid())};
        LayerSpec[] without = {dense(5, tanh()), dense(1, sigmoid())};
        Matrix features =
                Experiments.items("dropout", binaryCrossEntropy(), 3, 1, 7).features();
        assertThat(of(Experiments.of(binaryCrossEntropy(), with).build(), 3)
                        .predict(features)
                        .values())
                .isEqualTo(of(Experiments.of(binaryCrossEntropy(), without).build(), 3)
                        .predict(features)
                        .values());
    }

    @Test
    void theOutputsActivationMayStandInALayerOfItsOwn() {
        Matrix features =
                Experiments.items("own", binaryCrossEntropy(), 3, 1, 7).features();
        Network inside =
                of(Experiments.of(binaryCrossEntropy(), dense(1, sigmoid())).build(), 3);
        Network behind = of(
                Experiments.of(binaryCrossEntropy(), dense(1), activation(sigmoid()), activation(identity()))
                        .build(),
                3);
        assertThat(behind.predict(features).values())
                .isEqualTo(inside.predict(features).values());
    }

    @Test
    void addingANamedLayerMovesNoOtherStream() {
        Network small = of(
                Experiments.of(meanSquaredError(), dense(4, tanh()), dense(1)).build(), 3);
        Network large = of(
                Experiments.of(meanSquaredError(), dense(4, tanh()), dense("extra", 4, tanh()), dense(1))
                        .build(),
                3);
        for (String name : List.of("dense1.weights", "dense2.weights")) {
            assertThat(Experiments.tensor(large, name).values())
                    .isEqualTo(Experiments.tensor(small, name).values());
        }
    }

    @Test
    void parametersGoOutAndInAgain() {
        Experiment experiment =
                Experiments.of(meanSquaredError(), dense(4, tanh()), dense(1)).build();
        Network network = of(experiment, 3);
        Network other = of(
                Experiments.of(meanSquaredError(), dense(4, tanh()), dense(1))
                        .seed(9)
                        .build(),
                3);
        assertThat(Experiments.parameters(other)).isNotEqualTo(Experiments.parameters(network));
        List<ParameterTensor> shuffled = new ArrayList<>(network.parameters());
        java.util.Collections.reverse(shuffled);
        other.setParameters(shuffled);
        assertThat(Experiments.parameters(other)).isEqualTo(Experiments.parameters(network));
    }

    @Test
    void parametersThatDoNotFitAreRefusedWhole() {
        Network network = of(
                Experiments.of(meanSquaredError(), dense(4, tanh()), dense(1)).build(), 3);
        double[] before = Experiments.parameters(network);
        List<ParameterTensor> other = of(
                        Experiments.of(meanSquaredError(), dense(4, tanh()), dense(2))
                                .build(),
                        3)
                .parameters();
        assertThatThrownBy(() -> network.setParameters(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`dense2.weights` of this network is (1, 4), the given one is (2, 4) of 8 numbers");
        assertThatThrownBy(() -> network.setParameters(other.subList(0, 2))).hasMessage("`dense2.weights` is missing");
        List<ParameterTensor> more = new ArrayList<>(network.parameters());
        more.add(new ParameterTensor("dense3", "weights", Shape.of(1, 1), new double[1]));
        assertThatThrownBy(() -> network.setParameters(more)).hasMessage("this network has no `dense3.weights`");
        assertThat(Experiments.parameters(network)).isEqualTo(before);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> of(
                        Experiments.of(meanSquaredError(), dense(1).withInputs(4))
                                .build(),
                        3))
                .hasMessage("layer `dense1` needs (4), (3) reaches it");
        assertThatThrownBy(
                        () -> of(Experiments.of(binaryCrossEntropy(), dense(1)).build(), 3))
                .hasMessage("loss binary_cross_entropy cannot read the outputs of layer `dense1`, whose "
                        + "activation is identity");
        assertThatThrownBy(() -> of(
                        Experiments.of(binaryCrossEntropy(), dense(1, sigmoid()), dropout(0.1))
                                .build(),
                        3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(Experiments.of(meanSquaredError()).build(), 3))
                .hasMessage("a network needs at least one layer");
        Network network = of(Experiments.of(meanSquaredError(), dense(1)).build(), 3);
        assertThatThrownBy(() -> network.predict(Matrix.zeros(2, 1)))
                .hasMessage("the network reads 3 numbers an item, X has 2");
        assertThatThrownBy(() -> of(
                        Experiments.of(meanSquaredError(), dense(2))
                                .initialization("dense1", values(new double[][] {{1, 2, 3}}), values(0, 0))
                                .build(),
                        3))
                .hasMessage("dense1.weights needs (2, 3) numbers, the written values are (1, 3)");
    }

    @Test
    void anEvaluationWorkedByHand() {
        Experiment experiment = Experiments.of(binaryCrossEntropy(), dense(1, sigmoid()))
                .initialization("dense1", values(new double[][] {{1.0}}), values(0))
                .build();
        Dataset items = new Dataset(new Matrix(1, 2, new double[] {0, 2}), new Matrix(1, 2, new double[] {0, 1}));
        double expected = (Math.log(2) + Math.log1p(Math.exp(-2))) / 2;
        assertThat(Evaluation.of(of(experiment, 1), experiment, items).get("loss"))
                .isCloseTo(expected, within(1e-15));
        assertThat(Evaluation.of(of(experiment, 1), experiment, Experiments.none(items)))
                .isEmpty();
    }
}
