package dnn.engine.layer;

import dnn.engine.activation.ActivationFunction;
import dnn.engine.activation.Kink;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import dnn.engine.backend.Kernels;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fully connected layer l with n_l units on n_{l−1} inputs: Z[l] = W[l]·A[l−1] + b[l], A[l] = σ(Z[l]) (22), (23). W
 * (n_l, n_{l−1}) row by row, b (n_l, 1).
 *
 * @param inputs n_{l−1}
 * @param units n_l
 * @param activation σ
 * @param weights W[l]
 * @param biases b[l]
 */
record DenseLayer(int inputs, int units, ActivationFunction activation, Buffer weights, Buffer biases)
        implements Layer {
    /** Z, where σ′ does not follow from A alone. */
    @Override
    public List<Kept> kept() {
        return activation.keepsInput() ? List.of(Kept.ofItems("Z", units)) : List.of();
    }

    @Override
    public void forward(Batch batch, LayerMemory memory) {
        Kernels kernels = batch.kernels();
        Buffer output = memory.output();
        int items = batch.items();
        if (activation.keepsInput()) {
            Buffer z = memory.kept(0);
            kernels.affine(weights, biases, memory.input(), z, units, inputs, items);
            activation.forward(kernels, z, output, units, items);
        } else {
            activation.affineForward(kernels, weights, biases, memory.input(), output, units, inputs, items);
        }
    }

    @Override
    public boolean linear(Batch batch, LayerMemory memory, Buffer z) {
        batch.kernels().affine(weights, biases, memory.input(), z, units, inputs, batch.items());
        return true;
    }

    /** dZ = dA ∗ σ′(Z) (28), in place; db = (1/m) Σ_i dZ_i (26); dW = (1/m) dZ·Aᵀ (25); dA[l−1] = Wᵀ·dZ (27). */
    @Override
    public void backward(Batch batch, LayerMemory memory) {
        Kernels kernels = batch.kernels();
        Buffer gradient = memory.gradient();
        Buffer biasGradient = memory.tensorGradient(1);
        int items = batch.items();
        double scale = batch.scale();
        boolean adds = batch.adds();
        if (adds || activation.keepsInput()) {
            activation.backward(kernels, z(memory), memory.output(), gradient, units, items);
            kernels.biasGradient(gradient, biasGradient, units, items, scale, adds);
        } else {
            activation.backward(kernels, memory.output(), gradient, biasGradient, units, items, scale);
        }
        kernels.weightGradient(gradient, memory.input(), memory.tensorGradient(0), units, inputs, items, scale, adds);
        @Nullable Buffer inputGradient = memory.inputGradient(0);
        if (inputGradient != null) {
            kernels.inputGradient(weights, gradient, inputGradient, units, inputs, items, memory.adds(0));
        }
    }

    private Buffer z(LayerMemory memory) {
        return activation.keepsInput() ? memory.kept(0) : memory.output();
    }

    @Override
    public Optional<DenseChain.Link> link() {
        return activation.pointwise().map(function -> new DenseChain.Link(units, function, weights, biases));
    }

    @Override
    public List<Kink> kinks(LayerMemory memory) {
        return activation.kinks(z(memory), memory.output(), units);
    }
}
