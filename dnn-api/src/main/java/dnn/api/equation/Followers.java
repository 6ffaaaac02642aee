package dnn.api.equation;

import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.TensorSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers without weights between layer l and the next, on both sides of the activation.
 *
 * @param before those that change Z[l]
 * @param behind those that change A[l]
 */
record Followers(List<PlannedLayer> before, List<PlannedLayer> behind) {
    /** Of layer l, counted from 1; of X for 0. */
    static Followers of(Plan plan, int l) {
        List<PlannedLayer> weighted = plan.weighted();
        int start = l == 0 ? Plan.INPUT : weighted.get(l - 1).index();
        int end = l < weighted.size() ? weighted.get(l).index() : plan.layers().size();
        if (l == 0) {
            return new Followers(List.of(), plan.layers().subList(0, end));
        }
        int activated = start;
        for (int index = start + 1; index < end; index++) {
            if (isActivated(plan.layers().get(index))) {
                activated = index;
            }
        }
        return new Followers(
                others(plan.layers().subList(start + 1, Math.max(start + 1, activated))),
                others(plan.layers().subList(activated + 1, end)));
    }

    private static boolean isActivated(PlannedLayer layer) {
        return layer.spec()
                .activationApplied()
                .filter(function -> !function.isLinear())
                .isPresent();
    }

    /** Activations stand in equations of their own. */
    private static List<PlannedLayer> others(List<PlannedLayer> layers) {
        return layers.stream()
                .filter(layer -> layer.spec().activationApplied().isEmpty())
                .toList();
    }

    /** The operations of layers on this matrix, a line each. */
    static List<String> forward(List<PlannedLayer> layers, String matrix) {
        return layers.stream()
                .map(layer -> ("      " + matrix + " ← " + layer.name() + "(" + matrix + ") "
                                + layer.spec().effect())
                        .stripTrailing())
                .toList();
    }

    /** The way of this gradient back through the layers, a line each. */
    static List<String> backward(List<PlannedLayer> layers, String gradient) {
        List<String> lines = new ArrayList<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            lines.add("      " + gradient + " ← " + gradient + " back through "
                    + layers.get(i).name());
        }
        return lines;
    }

    /** Updates of what layers without weights train, a line each. */
    static List<String> updates(Plan plan) {
        List<String> lines = new ArrayList<>();
        for (PlannedLayer layer : plan.layers()) {
            for (TensorSpec tensor : layer.hasWeights() ? List.<TensorSpec>of() : layer.tensors()) {
                if (tensor.trained()) {
                    String name = layer.name() + "." + tensor.role();
                    lines.add("      " + name + " ← " + name + " − α·d" + name);
                }
            }
        }
        return lines;
    }
}
