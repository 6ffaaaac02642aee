package dnn.engine.layer;

import dnn.engine.activation.ActivationFunction;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.DenseChain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fully connected layer l with n_l units on n_{l−1} inputs: Z[l] = W[l]·A[l−1] + b[l], A[l] = σ(Z[l]) (22), (23). W (n_l, n_{l−1}) row by row, b (n_l, 1).
 *
 * @param name in force
 * @param inputs n_{l−1}
 * @param units n_l
 * @param activation σ
 * @param weights W[l]
 * @param biases b[l]
 */
record DenseLayer(String name, int inputs, int units, ActivationFunction activation, Buffer weights, Buffer biases)
        implements Layer {
    @Override
    public int outputs() {
        return units;
    }

    @Override
    public void forward(Batch batch, Buffer input, Buffer output) {
        activation.affineForward(batch.kernels(), weights, biases, input, output, units, inputs, batch.items());
    }

    /** dZ = dA ∗ σ′(Z) (28), in place; db = (1/m) Σ_i dZ_i (26); dW = (1/m) dZ·Aᵀ (25); dA[l−1] = Wᵀ·dZ (27). */
    @Override
    public void backward(
            Batch batch,
            Buffer input,
            Buffer output,
            Buffer gradient,
            @Nullable Buffer inputGradient,
            Buffer[] parameterGradients) {
        int items = batch.items();
        double scale = 1.0 / items;
        activation.backward(batch.kernels(), output, gradient, parameterGradients[1], units, items, scale);
        batch.kernels().weightGradient(gradient, input, parameterGradients[0], units, inputs, items, scale, false);
        if (inputGradient != null) {
            batch.kernels().inputGradient(weights, gradient, inputGradient, units, inputs, items, false);
        }
    }

    @Override
    public Optional<DenseChain.Link> link() {
        return activation.pointwise().map(function -> new DenseChain.Link(units, function, weights, biases));
    }

    @Override
    public boolean hasKink() {
        return activation.hasKink();
    }
}
