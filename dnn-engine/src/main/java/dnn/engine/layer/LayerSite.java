package dnn.engine.layer;

import dnn.api.random.RandomStreams;
import dnn.engine.backend.Buffer;
import java.util.List;

/**
 * Where a declared layer is put to work. Immutable.
 *
 * @param name in force
 * @param inputs numbers of an item that reach it
 * @param parameters its tensors, views of the network's, in the order of the declaration
 * @param streams random numbers of the run
 * @param leavesActivation whether the loss computes this layer's activation together with itself, so that the layer hands on Z
 */
public record LayerSite(
        String name, int inputs, List<Buffer> parameters, RandomStreams streams, boolean leavesActivation) {}
