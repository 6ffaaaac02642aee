package dnn.engine.activation;

import dnn.api.activation.ScalarFunction;
import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import java.util.Arrays;
import java.util.List;

/**
 * A function of each number by itself for which no backend has a kernel of its own.
 *
 * @param function σ and σ′
 */
public record ScalarActivation(ScalarFunction function) implements ActivationFunction {
    @Override
    public void forward(Kernels kernels, Buffer input, Buffer output, int units, int items) {
        kernels.activate(function, input, output, units * items);
    }

    @Override
    public void backward(Kernels kernels, Buffer input, Buffer output, Buffer gradient, int units, int items) {
        kernels.multiplyByDerivative(function, input, gradient, units * items);
    }

    @Override
    public boolean keepsInput() {
        return true;
    }

    @Override
    public List<Kink> kinks(Buffer input, Buffer output, int units) {
        return Arrays.stream(function.kinks())
                .mapToObj(point -> new Kink(input, units, point))
                .toList();
    }
}
