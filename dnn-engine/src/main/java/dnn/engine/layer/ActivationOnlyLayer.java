package dnn.engine.layer;

import dnn.engine.activation.ActivationFunction;
import dnn.engine.backend.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * An activation function as a layer of its own: σ(A), (n, m) to (n, m).
 *
 * @param name in force
 * @param inputs n
 * @param activation σ
 */
record ActivationOnlyLayer(String name, int inputs, ActivationFunction activation) implements Layer {
    @Override
    public int outputs() {
        return inputs;
    }

    @Override
    public void forward(Batch batch, Buffer input, Buffer output) {
        activation.forward(batch.kernels(), input, output, inputs, batch.items());
    }

    /** dZ = dA ∗ σ′(Z) (28), computed in place and then handed back. */
    @Override
    public void backward(
            Batch batch,
            Buffer input,
            Buffer output,
            Buffer gradient,
            @Nullable Buffer inputGradient,
            Buffer[] parameterGradients) {
        activation.backward(batch.kernels(), output, gradient, inputs, batch.items());
        if (inputGradient != null) {
            batch.kernels().copy(gradient, inputGradient, inputs * batch.items());
        }
    }

    @Override
    public boolean hasKink() {
        return activation.hasKink();
    }
}
