package dnn.api.plan;

import dnn.api.activation.Activation;
import dnn.api.layer.LayerSpec;
import dnn.api.path.KeyPaths;
import dnn.api.shape.Shape;
import dnn.api.shape.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The layers of a network in the order of execution, with what reaches and leaves each: the fold of the layers' own
 * shape rules. A layer that holds layers follows those it holds, and reads the last of each of its branches.
 *
 * @param input shape of one item of X
 * @param layers every layer, nested ones included; each reads only layers before it
 */
public record Plan(Shape input, List<PlannedLayer> layers) {
    /** Stands for X among the indices of layers that are read. */
    public static final int INPUT = -1;

    /** The path at which the outermost layers are declared. */
    public static final String LAYERS = KeyPaths.ARCHITECTURE_LAYERS;

    public Plan {
        layers = List.copyOf(layers);
    }

    /** The plan of layers that could all be read. */
    public static Plan of(List<LayerSpec> layers, Shape input) {
        return of(layers, input, (path, spec) -> true);
    }

    /**
     * The plan of layers that were perhaps not all read.
     *
     * @param input shape of one item of X
     * @param readable whether the shape of the layer declared at a path may be relied on; one that may not hands on an
     *     unknown shape and has no tensors
     */
    public static Plan of(List<LayerSpec> layers, Shape input, BiPredicate<String, LayerSpec> readable) {
        return new Fold(input, readable).of(layers);
    }

    /** The layers with weights, l = 1 … L. */
    public List<PlannedLayer> weighted() {
        return layers.stream().filter(PlannedLayer::hasWeights).toList();
    }

    /** The shape of one item that the last layer hands on: X itself without layers. */
    public Shape output() {
        return layers.isEmpty() ? input : layers.get(layers.size() - 1).output();
    }

    /** The layer declared at this path, if there is one. */
    public Optional<PlannedLayer> layerAt(String path) {
        return layers.stream().filter(layer -> layer.path().equals(path)).findFirst();
    }

    /**
     * The layer declared at this path.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PlannedLayer declaredAt(String path) {
        return layerAt(path).orElseThrow(() -> new IllegalArgumentException("no layer is declared at " + path));
    }

    /** The layers that read the outputs of layer {@code index}, or of X for {@link #INPUT}. */
    public List<PlannedLayer> readersOf(int index) {
        return layers.stream().filter(layer -> layer.inputs().contains(index)).toList();
    }

    /**
     * The function that is applied to what layer {@code index} computes, before the next layer with weights: the last
     * one declared on it or on the layers without weights that follow it one by one; the identity counts only where
     * there is no other.
     */
    public Optional<Activation> activationAfter(int index) {
        Optional<Activation> found = layers.get(index).spec().activationApplied();
        for (PlannedLayer layer : followers(index)) {
            Optional<Activation> applied = layer.spec().activationApplied();
            if (found.isEmpty() || (applied.isPresent() && !applied.get().isLinear())) {
                found = applied;
            }
        }
        return found;
    }

    /** The layers without weights behind a layer, as long as each reads that before it alone and nobody else does. */
    public List<PlannedLayer> followers(int index) {
        List<PlannedLayer> found = new ArrayList<>();
        List<PlannedLayer> readers = readersOf(index);
        while (readers.size() == 1
                && !readers.get(0).hasWeights()
                && readers.get(0).inputs().size() == 1) {
            found.add(readers.get(0));
            readers = readersOf(readers.get(0).index());
        }
        return found;
    }

    /** The count of all trained numbers, {@link Shape#UNKNOWN} where a dimension is. */
    public long trainedNumbers() {
        return sum(tensors().filter(TensorSpec::trained));
    }

    /** The count of all numbers that are remembered but not trained, {@link Shape#UNKNOWN} where a dimension is. */
    public long rememberedNumbers() {
        return sum(tensors().filter(tensor -> !tensor.trained()));
    }

    /** {@code shallow} with one hidden layer, {@code deep} with more, as in the lecture. */
    public String kind() {
        int depth = weighted().size();
        return switch (depth) {
            case 0, 1 -> "no hidden layer";
            case 2 -> "shallow: one hidden layer";
            default -> "deep: " + (depth - 1) + " hidden layers";
        };
    }

    private Stream<TensorSpec> tensors() {
        return layers.stream().flatMap(layer -> layer.tensors().stream());
    }

    /** {@link Shape#UNKNOWN} where a size is; {@link Long#MAX_VALUE} where it is more than a long holds. */
    static long sum(Stream<TensorSpec> tensors) {
        return tensors.mapToLong(TensorSpec::size)
                .reduce((sum, size) ->
                        sum < 0 || size < 0 ? Shape.UNKNOWN : sum > Long.MAX_VALUE - size ? Long.MAX_VALUE : sum + size)
                .orElse(0);
    }
}
