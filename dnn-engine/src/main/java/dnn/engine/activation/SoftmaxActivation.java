package dnn.engine.activation;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;

/** a_k = e^z_k / Σ_j e^z_j over the units of an item; dz_k = a_k (da_k − Σ_j da_j a_j). Immutable and thread-safe. */
public record SoftmaxActivation() implements ActivationFunction {
    @Override
    public void forward(Kernels kernels, Buffer input, Buffer output, int units, int items) {
        kernels.softmax(input, output, units, items);
    }

    @Override
    public void backward(Kernels kernels, Buffer input, Buffer output, Buffer gradient, int units, int items) {
        kernels.softmaxBackward(output, gradient, units, items);
    }
}
