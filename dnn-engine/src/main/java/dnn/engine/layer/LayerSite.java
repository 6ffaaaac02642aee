package dnn.engine.layer;

import dnn.api.plan.PlannedLayer;
import dnn.api.random.RandomStreams;
import dnn.engine.backend.Buffer;
import java.util.List;

/**
 * The site at which a declared layer is put to work.
 *
 * @param planned its name in force, the shapes that reach it and the one it hands on
 * @param tensors what it keeps, views of the network's, in the order of the declaration
 * @param streams random numbers of the run
 * @param leavesActivation whether the loss computes this layer's activation together with itself, so that the layer
 *     hands on Z
 */
public record LayerSite(PlannedLayer planned, List<Buffer> tensors, RandomStreams streams, boolean leavesActivation) {
    public LayerSite {
        tensors = List.copyOf(tensors);
    }

    /** The name in force. */
    public String name() {
        return planned.name();
    }

    /** Numbers of an item that reach it by its first, often only, input. */
    public int inputs() {
        return planned.input().size();
    }

    /** Numbers of an item that it hands on. */
    public int outputs() {
        return planned.output().size();
    }
}
