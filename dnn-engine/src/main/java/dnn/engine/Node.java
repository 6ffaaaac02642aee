package dnn.engine;

import dnn.engine.layer.Layer;

/**
 * A layer in the order of execution.
 *
 * @param layer what is computed
 * @param input the node whose output it reads; {@link #FEATURES} for X
 * @param firstSlot its first parameter slot
 * @param slots its count of parameter slots
 */
record Node(Layer layer, int input, int firstSlot, int slots) {
    /** The input of a node that reads X. */
    static final int FEATURES = -1;
}
