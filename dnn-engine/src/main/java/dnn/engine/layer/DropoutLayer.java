package dnn.engine.layer;

import dnn.api.random.CounterHash;
import dnn.engine.backend.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Inverted dropout (Srivastava et al., 2014): in training a number becomes 0 with probability {@code rate}, else it is
 * multiplied by 1/(1 − rate); in inference nothing happens. (n, m) to (n, m). The mask is a function of (seed, layer
 * name, step, item in the batch, unit), so backward computes it again instead of keeping it.
 */
final class DropoutLayer implements Layer {
    private final int size;
    private final long key;
    private final long bound;
    private final double scale;

    /** Drops with probability {@code rate}; {@code key} is that of the layer's random numbers. */
    DropoutLayer(int size, double rate, long key) {
        this.size = size;
        this.key = key;
        this.bound = CounterHash.bound(rate);
        this.scale = 1 / (1 - rate);
    }

    @Override
    public void forward(Batch batch, LayerMemory memory) {
        mask(batch, memory.input(), memory.output());
    }

    @Override
    public void backward(Batch batch, LayerMemory memory) {
        @Nullable Buffer inputGradient = memory.inputGradient(0);
        if (inputGradient != null && memory.adds(0)) {
            mask(batch, memory.gradient(), memory.gradient());
            batch.handBack(memory.gradient(), inputGradient, size, true);
        } else if (inputGradient != null) {
            mask(batch, memory.gradient(), inputGradient);
        }
    }

    private void mask(Batch batch, Buffer input, Buffer output) {
        if (batch.training()) {
            long stepKey = CounterHash.at(key, batch.step());
            batch.kernels().dropout(input, output, size, batch.items(), batch.firstItem(), stepKey, bound, scale);
        } else if (input != output) {
            batch.kernels().copy(input, output, size * batch.items());
        }
    }
}
