package dnn.api;

import static dnn.api.Dsl.activation;
import static dnn.api.Dsl.dense;
import static dnn.api.Dsl.relu;
import static dnn.api.Dsl.tanh;
import static org.assertj.core.api.Assertions.assertThat;

import dnn.api.initializer.Constant;
import dnn.api.initializer.Initializer;
import dnn.api.initializer.Ones;
import dnn.api.initializer.Zeros;
import dnn.api.layer.Branch;
import dnn.api.layer.CustomLayer;
import dnn.api.layer.LayerSpec;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import dnn.api.shape.TensorSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {
    /** Adds what its branches hand on, factor by factor; remembers a mean, as a normalization does. */
    record Sum(Optional<String> name, List<LayerSpec> first, List<LayerSpec> second) implements CustomLayer {
        @Override
        public Sum withName(String newName) {
            return new Sum(Optional.of(newName), first, second);
        }

        @Override
        public List<Branch> branches() {
            return List.of(new Branch("first", first), new Branch("second", second));
        }

        @Override
        public ShapeResult outputShape(List<Shape> inputs) {
            return inputs.get(0).agreesWith(inputs.get(1))
                    ? ShapeResult.fits(inputs.get(0))
                    : ShapeResult.conflict(Shape.unknown(), "second", inputs.get(0), inputs.get(1));
        }

        @Override
        public List<TensorSpec> tensors(List<Shape> inputs) {
            int size = inputs.get(0).size();
            return List.of(
                    TensorSpec.trained("factors", size, TensorSpec.Start.ONES),
                    TensorSpec.remembered("running_mean", size, TensorSpec.Start.ZEROS));
        }
    }

    private static Sum sum(List<LayerSpec> first, List<LayerSpec> second) {
        return new Sum(Optional.empty(), first, second);
    }

    private static Plan plan(LayerSpec... layers) {
        return Plan.of(List.of(layers), Shape.of(3));
    }

    @Test
    void shapesNumbersAndTensorsFollowFromTheSpecs() {
        Plan plan = plan(dense(5, relu()), activation(tanh()), dense(2));
        assertThat(plan.layers()).extracting(PlannedLayer::number).containsExactly(1, 0, 2);
        assertThat(plan.layers())
                .extracting(PlannedLayer::output)
                .containsExactly(Shape.of(5), Shape.of(5), Shape.of(2));
        assertThat(plan.layers().get(2).inputs()).containsExactly(1);
        assertThat(plan.layers().get(2).tensors()).containsExactly(TensorSpec.weights(2, 5), TensorSpec.biases(2, 5));
        assertThat(plan.trainedNumbers()).isEqualTo(3 * 5 + 5 + 5 * 2 + 2);
    }

    @Test
    void aLayerThatHoldsLayersFollowsThemAndReadsTheEndOfEachBranch() {
        Plan plan = plan(dense(4), sum(List.of(dense(4, relu()), dense(4)), List.of()), dense(1));
        assertThat(plan.layers())
                .extracting(PlannedLayer::path)
                .containsExactly(
                        "architecture.layers[0]",
                        "architecture.layers[1].first[0]",
                        "architecture.layers[1].first[1]",
                        "architecture.layers[1]",
                        "architecture.layers[2]");
        assertThat(plan.layers())
                .extracting(PlannedLayer::inputs)
                .containsExactly(List.of(-1), List.of(0), List.of(1), List.of(2, 0), List.of(3));
        assertThat(plan.layers())
                .extracting(PlannedLayer::name)
                .containsExactly("dense1", "dense2", "dense3", "sum1", "dense4");
        assertThat(plan.layers()).extracting(PlannedLayer::number).containsExactly(1, 2, 3, 0, 4);
        assertThat(plan.trainedNumbers()).isEqualTo(16 + 20 + 20 + 4 + 5);
        assertThat(plan.rememberedNumbers()).isEqualTo(4);
    }

    @Test
    void aConflictNamesBothSidesAndHasNoFollowers() {
        Plan plan = plan(sum(List.of(dense(4)), List.of()), dense(1).withInputs(7));
        assertThat(plan.layers().get(1).conflict()).isPresent();
        assertThat(plan.layers().get(1).conflict().get().declared()).isEqualTo(Shape.of(4));
        assertThat(plan.layers().get(1).conflict().get().found()).isEqualTo(Shape.of(3));
        assertThat(plan.layers().get(2).conflict()).isEmpty();
    }

    @Test
    void whatCouldNotBeReadHasAnUnknownShapeAndNoTensors() {
        Plan plan =
                Plan.of(List.of(dense(5), dense(2).withInputs(9)), Shape.of(3), (path, spec) -> !path.endsWith("[0]"));
        assertThat(plan.layers().get(0).output()).isEqualTo(Shape.unknown());
        assertThat(plan.layers().get(0).tensors()).isEmpty();
        assertThat(plan.layers().get(1).conflict()).isEmpty();
        assertThat(plan.trainedNumbers()).isEqualTo(Shape.UNKNOWN);
    }

    @Test
    void aStartThatBelongsToTheTensorIsNotTheInitializations() {
        Initialization initialization = new Initialization(Optional.of(new Constant(7)), new Constant(8), Map.of());
        Plan plan = plan(dense(3), sum(List.of(), List.of()));
        assertThat(starts(initialization, plan, 0)).containsExactly(new Constant(7), new Constant(8));
        assertThat(starts(initialization, plan, 1)).containsExactly(new Ones(), new Zeros());
    }

    private static List<Initializer> starts(Initialization initialization, Plan plan, int index) {
        PlannedLayer layer = plan.layers().get(index);
        return layer.tensors().stream()
                .map(tensor -> initialization.startOf(plan, layer, tensor))
                .toList();
    }
}
