package dnn.run.outline;

import static dnn.api.Dsl.binaryCrossEntropy;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.meanSquaredError;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sigmoid;
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
    void aLossOnNumbersStartsFromTheOutputs() {
        assertThat(Equations.render(
                                of(dense(3, relu()), dropout(0.5), dense(1)).plan(Shape.of(4)), meanSquaredError(), 10)
                        .lines())
                .contains(
                        "(23)  A[2] = Z[2]   (1,10)",
                        "(27)  dA[2] = 2·(A[2] − Y)   (1,10)",
                        "(28)  dZ[2] = dA[2] ∗ 1   (1,10)",
                        "      A[1] ← dropout1(A[1]) in training, unchanged in inference");
    }

    @Test
    void layersAreCountedAndMeasured() {
        Plan plan = LECTURE.plan(Shape.of(2));
        assertThat(plan.kind()).isEqualTo("deep: 3 hidden layers");
        assertThat(plan.trainedNumbers()).isEqualTo(20 * 2 + 20 + 7 * 20 + 7 + 5 * 7 + 5 + 5 + 1);
    }
}
