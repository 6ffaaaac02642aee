package dnn.engine.network;

import dnn.api.activation.Activation;
import dnn.api.activation.Identity;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;

/**
 * The layer whose activation gives A[L]: the last one, but for identities behind it.
 *
 * @param index of the layer
 * @param activation what it applies last; the identity for a layer that applies none
 */
record OutputSite(int index, Activation activation) {
    static OutputSite of(Plan plan) {
        PlannedLayer layer = plan.layers().get(plan.layers().size() - 1);
        while (isIdentity(layer) && layer.inputs().get(0) != Plan.INPUT) {
            layer = plan.layers().get(layer.inputs().get(0));
        }
        return new OutputSite(layer.index(), layer.spec().activationApplied().orElseGet(Identity::new));
    }

    private static boolean isIdentity(PlannedLayer layer) {
        return !layer.hasWeights()
                && layer.inputs().size() == 1
                && layer.spec().activationApplied().filter(Activation::isLinear).isPresent();
    }
}
