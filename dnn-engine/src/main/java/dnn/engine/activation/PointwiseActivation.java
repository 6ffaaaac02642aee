package dnn.engine.activation;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.PointwiseFunction;
import java.util.List;
import java.util.Optional;

/**
 * A function of each number by itself. Immutable and thread-safe.
 *
 * @param function which; its formulas are told there
 */
public record PointwiseActivation(PointwiseFunction function) implements ActivationFunction {
    @Override
    public void forward(Kernels kernels, Buffer input, Buffer output, int units, int items) {
        kernels.activate(function, input, output, units * items);
    }

    @Override
    public void backward(Kernels kernels, Buffer input, Buffer output, Buffer gradient, int units, int items) {
        kernels.multiplyByDerivative(function, output, gradient, units * items);
    }

    @Override
    public void affineForward(
            Kernels kernels,
            Buffer weights,
            Buffer biases,
            Buffer input,
            Buffer output,
            int units,
            int inputs,
            int items) {
        kernels.affineActivation(function, weights, biases, input, output, units, inputs, items);
    }

    @Override
    public void backward(
            Kernels kernels, Buffer output, Buffer gradient, Buffer biasGradient, int units, int items, double scale) {
        kernels.activationBackward(function, output, gradient, biasGradient, units, items, scale);
    }

    @Override
    public Optional<PointwiseFunction> pointwise() {
        return Optional.of(function);
    }

    @Override
    public List<Kink> kinks(Buffer input, Buffer output, int units) {
        return function.kind() == PointwiseFunction.Kind.RECTIFIER ? List.of(new Kink(output, units, 0)) : List.of();
    }
}
