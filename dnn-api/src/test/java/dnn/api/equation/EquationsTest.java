package dnn.api.equation;

import static dnn.api.Dsl.activation;
import static dnn.api.Dsl.batchNorm;
import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.layerNorm;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.Architecture;
import dnn.api.layer.LayerSpec;
import dnn.api.plan.Plan;
import dnn.api.shape.Shape;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EquationsTest {
    private static final Architecture LECTURE =
            of(dense(20, relu()), dense(7, relu()), dense(5, relu()), dense(1, sigmoid()));

    private static Architecture of(LayerSpec... layers) {
        return new Architecture(OptionalInt.empty(), List.of(layers));
    }

    @Test
    void theLecturesNetworkInItsNumbers() {
        assertThat(Equations.render(LECTURE.plan(Shape.of(2)), binaryCrossEntropy(), 400)
                        .lines())
                .contains(
                        "(21)  A[0] = X   (2,400)",
                        "(22)  Z[1] = W[1]·A[0] + b[1]   (20,2)·(2,400) + (20,1) → (20,400)",
                        "(23)  A[1] = relu(Z[1])   (20,400)",
                        "(22)  Z[4] = W[4]·A[3] + b[4]   (1,5)·(5,400) + (1,1) → (1,400)",
                        "(23)  A[4] = sigmoid(Z[4])   (1,400)",
                        "(28)  dZ[4] = A[4] − Y   (1,400)",
                        "(25)  dW[4] = (1/400)·dZ[4]·A[3]ᵀ   (1,400)·(400,5) → (1,5)",
                        "(26)  db[4] = (1/400)·Σ_i dZ[4]_i   (1,400) → (1,1)",
                        "(27)  dA[3] = W[4]ᵀ·dZ[4]   (5,1)·(1,400) → (5,400)",
                        "(28)  dZ[3] = dA[3] ∗ relu′(Z[3])   (5,400)")
                .noneMatch(line -> line.contains("dA[0]"));
    }

    @Test
    void oneLayerStandsAloneAndMayLackDimensions() {
        assertThat(new ForwardEquations(LECTURE.plan(Shape.unknown()), "m").lines(1))
                .containsExactly(
                        "(22)  Z[1] = W[1]·A[0] + b[1]   (20,?)·(?,m) + (20,1) → (20,m)",
                        "(23)  A[1] = relu(Z[1])   (20,m)");
        assertThat(new ForwardEquations(
                                of(dense(3, relu()), dropout(0.5), dense(1)).plan(Shape.of(4)), "32")
                        .lines(1))
                .last()
                .asString()
                .contains("A[1] ← dropout1(A[1])");
    }

    @Test
    void aLossOnNumbersStartsFromTheOutputs() {
        assertThat(Equations.render(
                                of(dense(3, relu()), dropout(0.5), dense(2, relu()), dense(1))
                                        .plan(Shape.of(4)),
                                meanSquaredError(),
                                10)
                        .lines())
                .contains(
                        "(23)  A[3] = Z[3]   (1,10)",
                        "(27)  dA[3] = 2·(A[3] − Y)   (1,10)",
                        "(28)  dZ[3] = dA[3] ∗ 1   (1,10)",
                        "      A[1] ← dropout1(A[1]) in training, unchanged in inference");
    }

    @Test
    void oneHiddenLayerHasTheFirstTen() {
        Plan plan = of(dense(4, tanh()), dense(1, sigmoid())).plan(Shape.of(2));
        assertThat(Equations.render(plan, binaryCrossEntropy(), 400)).isEqualTo("""
                Forward propagation, one hidden layer, m = 400 items a step
                (1)   z1 = W1·x + b1   (4,2)·(2,400) + (4,1) → (4,400)
                (2)   a1 = tanh(z1)   (4,400)
                (3)   z2 = W2·a1 + b2   (1,4)·(4,400) + (1,1) → (1,400)
                (4)   a2 = sigmoid(z2)   (1,400)

                Loss
                (5)   J = −(1/400)·Σ [ Y·log a2 + (1 − Y)·log(1 − a2) ]   one number

                Backward propagation (6)–(10)
                      dz2 = a2 − Y   (1,400)
                      dW2 = (1/400)·dz2·a1ᵀ   (1,400)·(400,4) → (1,4)
                      db2 = (1/400)·Σ_i dz2_i   (1,400) → (1,1)
                      dz1 = W2ᵀ·dz2 ∗ tanh′(z1)   (4,1)·(1,400) → (4,400)
                      dW1 = (1/400)·dz1·xᵀ   (4,400)·(400,2) → (4,2)
                      db1 = (1/400)·Σ_i dz1_i   (4,400) → (4,1)

                Update of gradient descent, for l = 1 and 2
                      Wl ← Wl − α·dWl
                      bl ← bl − α·dbl
                """);
        assertThat(Equations.render(
                        of(dense(4, relu()), dropout(0.5), dense(1)).plan(Shape.of(2)), meanSquaredError(), 10))
                .contains(
                        "\n      a1 ← dropout1(a1) in training, unchanged in inference\n",
                        "\n      da2 = 2·(a2 − Y)   (1,10)\n      dz2 = da2 ∗ 1   (1,10)\n");
    }

    @Test
    void layersAreCountedAndMeasured() {
        Plan plan = LECTURE.plan(Shape.of(2));
        assertThat(plan.kind()).isEqualTo("deep: 3 hidden layers");
        assertThat(plan.trainedNumbers()).isEqualTo(20 * 2 + 20 + 7 * 20 + 7 + 5 * 7 + 5 + 5 + 1);
    }

    @Test
    void layersStandOnTheirSideOfTheActivation() {
        Plan deep = of(dense(3), batchNorm(), activation(relu()), dropout(0.5), dense(2, relu()), layerNorm(), dense(1))
                .plan(Shape.of(4));
        List<String> lines =
                Equations.render(deep, meanSquaredError(), 10).lines().toList();
        assertThat(lines)
                .containsSubsequence(
                        "(22)  Z[1] = W[1]·A[0] + b[1]   (3,4)·(4,10) + (3,1) → (3,10)",
                        "      Z[1] ← batch_norm1(Z[1]) with mean and variance of the batch in training, the running"
                                + " ones in inference",
                        "(23)  A[1] = relu(Z[1])   (3,10)",
                        "      A[1] ← dropout1(A[1]) in training, unchanged in inference",
                        "      A[2] ← layer_norm1(A[2]) with mean and variance of each item over its units",
                        "      dA[2] ← dA[2] back through layer_norm1",
                        "(28)  dZ[2] = dA[2] ∗ relu′(Z[2])   (2,10)",
                        "      dA[1] ← dA[1] back through dropout1",
                        "(28)  dZ[1] = dA[1] ∗ relu′(Z[1])   (3,10)",
                        "      dZ[1] ← dZ[1] back through batch_norm1",
                        "      batch_norm1.scale ← batch_norm1.scale − α·dbatch_norm1.scale");
        Plan shallow = of(layerNorm(), dense(3), batchNorm(), activation(relu()), dropout(0.5), dense(1))
                .plan(Shape.of(4));
        assertThat(Equations.render(shallow, meanSquaredError(), 10).lines())
                .containsSubsequence(
                        "      x ← layer_norm1(x) with mean and variance of each item over its units",
                        "      z1 ← batch_norm1(z1) with mean and variance of the batch in training, the running ones"
                                + " in inference",
                        "(2)   a1 = relu(z1)   (3,10)",
                        "      a1 ← dropout1(a1) in training, unchanged in inference",
                        "      da1 = W2ᵀ·dz2   (3,1)·(1,10) → (3,10)",
                        "      da1 ← da1 back through dropout1",
                        "      dz1 = da1 ∗ relu′(z1)   (3,10)",
                        "      dz1 ← dz1 back through batch_norm1");
    }
}
