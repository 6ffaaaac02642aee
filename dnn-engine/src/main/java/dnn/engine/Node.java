package dnn.engine;

import dnn.api.plan.PlannedLayer;
import dnn.engine.layer.Layer;

/**
 * A layer of a network with where it stands.
 *
 * @param planned what it reads, and the shapes that reach and leave it
 * @param layer what runs it
 * @param outputs numbers of an item that it hands on
 */
record Node(PlannedLayer planned, Layer layer, int outputs) {
    Node(PlannedLayer planned, Layer layer) {
        this(planned, layer, planned.output().size());
    }

    String name() {
        return planned.name();
    }
}
