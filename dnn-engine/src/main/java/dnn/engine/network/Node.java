package dnn.engine.network;

import dnn.api.plan.PlannedLayer;
import dnn.engine.layer.Layer;

/**
 * A layer of a network with where it stands.
 *
 * @param planned what it reads, and the shapes that reach and leave it
 * @param layer what runs it
 * @param outputs numbers of an item that it hands on
 */
public record Node(PlannedLayer planned, Layer layer, int outputs) {
    Node(PlannedLayer planned, Layer layer) {
        this(planned, layer, planned.output().size());
    }

    public String name() {
        return planned.name();
    }
}
