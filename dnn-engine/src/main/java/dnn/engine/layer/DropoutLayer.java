package dnn.engine.layer;

import dnn.api.random.CounterHash;
import dnn.engine.backend.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Inverted dropout (Srivastava et al., 2014): in training a number becomes 0 with probability {@code rate}, else it is multiplied by 1/(1 − rate); in inference
 * nothing happens. (n, m) to (n, m). The mask is a function of (seed, layer name, step, item in the batch, unit), so backward computes it again instead of
 * keeping it.
 */
final class DropoutLayer implements Layer {
    private final String name;
    private final int inputs;
    private final long key;
    private final long bound;
    private final double scale;

    /** Drops with probability {@code rate}; {@code key} is that of the layer's random numbers. */
    DropoutLayer(String name, int inputs, double rate, long key) {
        this.name = name;
        this.inputs = inputs;
        this.key = key;
        this.bound = CounterHash.bound(rate);
        this.scale = 1 / (1 - rate);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return inputs;
    }

    @Override
    public void forward(Batch batch, Buffer input, Buffer output) {
        mask(batch, input, output);
    }

    @Override
    public void backward(
            Batch batch,
            Buffer input,
            Buffer output,
            Buffer gradient,
            @Nullable Buffer inputGradient,
            Buffer[] parameterGradients) {
        if (inputGradient != null) {
            mask(batch, gradient, inputGradient);
        }
    }

    private void mask(Batch batch, Buffer input, Buffer output) {
        if (batch.training()) {
            long stepKey = CounterHash.at(key, batch.step());
            batch.kernels().dropout(input, output, inputs, batch.items(), 0, stepKey, bound, scale);
        } else {
            batch.kernels().copy(input, output, inputs * batch.items());
        }
    }
}
