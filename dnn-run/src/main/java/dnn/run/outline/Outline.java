package dnn.run.outline;

import dnn.api.Architecture;
import dnn.api.activation.Activation;
import dnn.api.grammar.Names;
import dnn.api.layer.LayerSpec;
import dnn.api.shape.ParameterShape;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The layers of a network with what reaches and leaves them. Immutable and thread-safe.
 *
 * @param inputs shape of one item of X
 * @param layers in the order in which an item passes them
 */
public record Outline(Shape inputs, List<Row> layers) {
    public Outline {
        layers = List.copyOf(layers);
    }

    /**
     * One layer.
     *
     * @param number l, counting layers with weights only; 0 for a layer without
     * @param name the name in force
     * @param type as written
     * @param input shape of one item that reaches it
     * @param output shape of one item that leaves it
     * @param activation the function it applies last, if it has one
     * @param parameters the tensors it trains
     */
    public record Row(
            int number,
            String name,
            String type,
            Shape input,
            Shape output,
            Optional<Activation> activation,
            List<ParameterShape> parameters) {

        /** The count of trained numbers, negative where a dimension is unknown. */
        public long parameterCount() {
            return parameters.stream().anyMatch(tensor -> tensor.size() < 0)
                    ? Shape.UNKNOWN
                    : parameters.stream().mapToLong(ParameterShape::size).sum();
        }

        /** Whether it has weights and is counted by l. */
        public boolean hasWeights() {
            return number > 0;
        }
    }

    /** Folds the shape rules over the layers, starting from n_0 numbers an item. */
    public static Outline of(Architecture architecture, int inputs) {
        List<Row> rows = new ArrayList<>();
        List<String> names = architecture.names();
        Shape reaching = Shape.of(inputs);
        int number = 0;
        for (int i = 0; i < names.size(); i++) {
            LayerSpec layer = architecture.layers().get(i);
            ShapeResult result = layer.outputShape(List.of(reaching));
            number += layer.hasWeights() ? 1 : 0;
            rows.add(new Row(
                    layer.hasWeights() ? number : 0,
                    names.get(i),
                    Names.of(layer.getClass()),
                    reaching,
                    result.output(),
                    layer.activationApplied(),
                    layer.parameters(List.of(reaching))));
            reaching = result.output();
        }
        return new Outline(Shape.of(inputs), rows);
    }

    /** L, the count of layers with weights. */
    public int depth() {
        return (int) layers.stream().filter(Row::hasWeights).count();
    }

    /** {@code shallow} with one hidden layer, {@code deep} with more, as in the lecture; {@code linear model} without any. */
    public String kind() {
        return switch (depth()) {
            case 0, 1 -> "no hidden layer";
            case 2 -> "shallow: one hidden layer";
            default -> "deep: " + (depth() - 1) + " hidden layers";
        };
    }

    /** The count of all trained numbers, negative where a dimension is unknown. */
    public long parameterCount() {
        return layers.stream().anyMatch(row -> row.parameterCount() < 0)
                ? Shape.UNKNOWN
                : layers.stream().mapToLong(Row::parameterCount).sum();
    }
}
