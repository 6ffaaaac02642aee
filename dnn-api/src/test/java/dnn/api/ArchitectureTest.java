package dnn.api;

import static dnn.api.Dsl.activation;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.dropout;
import static dnn.api.Dsl.identity;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.sigmoid;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.initializer.HeNormal;
import dnn.api.initializer.Initializer;
import dnn.api.initializer.XavierNormal;
import dnn.api.layer.LayerSpec;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeConflict;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static Architecture of(LayerSpec... layers) {
        return new Architecture(OptionalInt.empty(), List.of(layers));
    }

    @Test
    void unnamedLayersAreCalledByTypeAndCount() {
        assertThat(of(dense(3), dropout(0.1), dense(2), activation(tanh())).names())
                .containsExactly("dense1", "dropout1", "dense2", "activation1");
    }

    @Test
    void addingANamedLayerRenamesNoOther() {
        assertThat(of(dense(3), dense("extra", 4, relu()), dense(2)).names())
                .containsExactly("dense1", "extra", "dense2");
    }

    @Test
    void anActivationMayStandInALayerOfItsOwn() {
        Architecture architecture = of(dense(3), dropout(0.1), activation(relu()), dense(1, sigmoid()), dropout(0.2));
        Plan plan = architecture.plan(Shape.of(2));
        assertThat(plan.activationAfter(0)).contains(relu());
        assertThat(plan.activationAfter(3)).contains(sigmoid());
        assertThat(of(dense(1)).plan(Shape.of(2)).activationAfter(0)).contains(identity());
    }

    @Test
    void weightsStartByTheActivationThatFollows() {
        Plan plan = of(dense(3), activation(relu()), dense(1, sigmoid())).plan(Shape.of(2));
        assertThat(start(Initialization.defaults(), plan, 0)).isEqualTo(new HeNormal());
        assertThat(start(Initialization.defaults(), plan, 2)).isEqualTo(new XavierNormal());
    }

    @Test
    void aDenseLayerNamesBothSidesOfAConflict() {
        LayerSpec layer = dense(7, relu()).withInputs(20);
        assertThat(layer.outputShape(List.of(Shape.of(20))).conflict()).isEmpty();
        assertThat(layer.outputShape(List.of(Shape.unknown())).conflict()).isEmpty();
        assertThat(layer.outputShape(List.of(Shape.of(5))).conflict())
                .contains(new ShapeConflict("inputs", Shape.of(20), Shape.of(5)));
        assertThat(layer.outputShape(List.of(Shape.of(5))).output()).isEqualTo(Shape.of(7));
    }

    private static Initializer start(Initialization initialization, Plan plan, int layer) {
        PlannedLayer planned = plan.layers().get(layer);
        return initialization.startOf(plan, planned, planned.tensors().get(0));
    }
}
