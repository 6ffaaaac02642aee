package dnn.engine.layer;

import dnn.engine.activation.ActivationFunction;
import dnn.engine.activation.Kink;
import dnn.engine.backend.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activation function as a layer of its own: σ(A), (n, m) to (n, m).
 *
 * @param size n
 * @param activation σ
 */
record ActivationOnlyLayer(int size, ActivationFunction activation) implements Layer {
    @Override
    public void forward(Batch batch, LayerMemory memory) {
        activation.forward(batch.kernels(), memory.input(), memory.output(), size, batch.items());
    }

    /** dZ = dA ∗ σ′(Z) (28), computed in place and then handed back. */
    @Override
    public void backward(Batch batch, LayerMemory memory) {
        Buffer gradient = memory.gradient();
        activation.backward(batch.kernels(), memory.input(), memory.output(), gradient, size, batch.items());
        @Nullable Buffer inputGradient = memory.inputGradient(0);
        if (inputGradient != null) {
            batch.handBack(gradient, inputGradient, size, memory.adds(0));
        }
    }

    @Override
    public List<Kink> kinks(LayerMemory memory) {
        return activation.kinks(memory.input(), memory.output(), size);
    }
}
