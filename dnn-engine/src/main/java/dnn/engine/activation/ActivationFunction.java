package dnn.engine.activation;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.PointwiseFunction;
import java.util.List;
import java.util.Optional;

/**
 * σ of A = σ(Z) (23), and its derivative. Shapes: Z, A and their gradients (units, items). Must be thread-safe: what a
 * pass needs is in its arguments.
 */
public interface ActivationFunction {
    /** A = σ(Z); both may be one buffer. */
    void forward(Kernels kernels, Buffer input, Buffer output, int units, int items);

    /**
     * dZ from dA, in place; dZ = dA ∗ σ′(Z) where σ works number by number (28).
     *
     * @param input Z where the function {@linkplain #keepsInput keeps it}, else anything
     * @param output A = σ(Z)
     * @param gradient dA, becomes dZ
     */
    void backward(Kernels kernels, Buffer input, Buffer output, Buffer gradient, int units, int items);

    /** Tells whether the way back needs Z, which is then kept beside A. */
    default boolean keepsInput() {
        return false;
    }

    /** A = σ(W·A₀ + b) (22), (23); shapes as in {@link Kernels#affine}. */
    default void affineForward(
            Kernels kernels,
            Buffer weights,
            Buffer biases,
            Buffer input,
            Buffer output,
            int units,
            int inputs,
            int items) {
        kernels.affine(weights, biases, input, output, units, inputs, items);
        forward(kernels, output, output, units, items);
    }

    /** {@link #backward} of a function that does not keep Z, and db = scale·Σ_i dZ_i (26). */
    default void backward(
            Kernels kernels, Buffer output, Buffer gradient, Buffer biasGradient, int units, int items, double scale) {
        backward(kernels, output, output, gradient, units, items);
        kernels.biasGradient(gradient, biasGradient, units, items, scale, false);
    }

    /** σ as a function of each number by itself, if it is one. */
    default Optional<PointwiseFunction> pointwise() {
        return Optional.empty();
    }

    /**
     * The points where σ has no derivative.
     *
     * @param input Z where the function keeps it, else anything
     * @param output A
     */
    default List<Kink> kinks(Buffer input, Buffer output, int units) {
        return List.of();
    }
}
