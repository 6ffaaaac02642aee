package dnn.engine.layer;

import dnn.engine.backend.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one layer's passes, planned once by the network for the greatest batch: what it reads, writes, keeps,
 * and gradients.
 */
public final class LayerMemory {
    private final Buffer[] inputs;
    private final Buffer output;
    private final Buffer[] kept;
    private @Nullable Buffer gradient;
    private @Nullable Buffer[] inputGradients = {};
    private boolean[] adds = {};
    private Buffer[] tensorGradients = {};

    /**
     * For forward passes.
     *
     * @param inputs what the layer reads, in order; where it is X, another buffer for every batch
     * @param output what it writes
     * @param kept what it declared to keep
     */
    public LayerMemory(List<Buffer> inputs, Buffer output, List<Buffer> kept) {
        this.inputs = inputs.toArray(new Buffer[0]);
        this.output = output;
        this.kept = kept.toArray(new Buffer[0]);
    }

    /**
     * Adds what backward passes need.
     *
     * @param ofOutput gradient with respect to the output
     * @param ofInputs gradients with respect to each input; null where nobody needs one
     * @param onto whether each of those is added to what another layer has written there
     * @param ofTensors gradients of the trained tensors, in the order of the declaration
     */
    public void plan(Buffer ofOutput, @Nullable Buffer[] ofInputs, boolean[] onto, Buffer[] ofTensors) {
        gradient = ofOutput;
        inputGradients = ofInputs.clone();
        adds = onto.clone();
        tensorGradients = ofTensors.clone();
    }

    /** Replaces an input: X of the next batch. */
    public void read(int index, Buffer input) {
        inputs[index] = input;
    }

    /** The input that the layer reads first, often the only one. */
    public Buffer input() {
        return inputs[0];
    }

    /** The input at this place. */
    public Buffer input(int index) {
        return inputs[index];
    }

    /** The number of inputs. */
    public int inputs() {
        return inputs.length;
    }

    /** The output, which it writes. */
    public Buffer output() {
        return output;
    }

    /** The values it declared to keep, in the order of the declaration. */
    public Buffer kept(int index) {
        return kept[index];
    }

    /** Gradient of the loss with respect to the output; a backward pass may use it up. */
    public Buffer gradient() {
        if (gradient == null) {
            throw new IllegalStateException("planned without a way back");
        }
        return gradient;
    }

    /**
     * Gradient with respect to an input, to be written or, where {@link #adds} says so, added to; null where nobody
     * needs it.
     */
    public @Nullable Buffer inputGradient(int index) {
        return inputGradients[index];
    }

    /** Tells whether the gradient with respect to an input is added to what is there: other layers read the same. */
    public boolean adds(int index) {
        return adds[index];
    }

    /**
     * Gradient of the mean loss with respect to a trained tensor, to be written or, where {@link Batch#adds} says so,
     * added to.
     */
    public Buffer tensorGradient(int index) {
        return tensorGradients[index];
    }
}
