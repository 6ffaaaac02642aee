package dnn.api.plan;

import dnn.api.grammar.Names;
import dnn.api.layer.Branch;
import dnn.api.layer.LayerSpec;
import dnn.api.shape.Shape;
import dnn.api.shape.ShapeResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** A plan in the making: layers are put in place one by one, each after those it reads. */
final class Fold {
    private final Shape input;
    private final BiPredicate<String, LayerSpec> readable;
    private final List<PlannedLayer> placed = new ArrayList<>();
    private final Map<String, Integer> unnamed = new HashMap<>();
    private int number;

    Fold(Shape input, BiPredicate<String, LayerSpec> readable) {
        this.input = input;
        this.readable = readable;
    }

    Plan of(List<LayerSpec> layers) {
        chain(layers, Plan.LAYERS, Plan.INPUT);
        return new Plan(input, placed);
    }

    /**
     * Puts layers behind each other, the first behind {@code from}; the index of the last, {@code from} itself without
     * layers.
     */
    private int chain(List<LayerSpec> layers, String path, int from) {
        int last = from;
        for (int i = 0; i < layers.size(); i++) {
            last = place(layers.get(i), path + "[" + i + "]", last);
        }
        return last;
    }

    private int place(LayerSpec spec, String path, int from) {
        String name = spec.name().orElseGet(() -> {
            String type = Names.of(spec.getClass());
            return type + unnamed.merge(type, 1, Integer::sum);
        });
        List<Integer> inputs = new ArrayList<>();
        for (Branch branch : spec.branches()) {
            inputs.add(chain(branch.layers(), path + "." + branch.path(), from));
        }
        if (inputs.isEmpty()) {
            inputs.add(from);
        }
        List<Shape> shapes = inputs.stream().map(this::shapeOf).toList();
        boolean known = readable.test(path, spec);
        ShapeResult result = known ? spec.outputShape(shapes) : ShapeResult.fits(Shape.unknown());
        placed.add(new PlannedLayer(
                placed.size(),
                spec.hasWeights() ? ++number : 0,
                name,
                path,
                spec,
                inputs,
                shapes,
                result.output(),
                known ? spec.tensors(shapes) : List.of(),
                result.conflict(),
                known));
        return placed.size() - 1;
    }

    private Shape shapeOf(int index) {
        return index == Plan.INPUT ? input : placed.get(index).output();
    }
}
