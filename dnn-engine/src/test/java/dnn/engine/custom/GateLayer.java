package dnn.engine.custom;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.layer.Batch;
import dnn.engine.layer.Kept;
import dnn.engine.layer.Layer;
import dnn.engine.layer.LayerMemory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@link Gate}, on the host for brevity. Running mean: μ̄ ← 0.9·μ̄ + 0.1·μ in training.
 *
 * @param size n
 * @param runningMean μ̄
 * @param scale γ
 */
record GateLayer(int size, Buffer runningMean, Buffer scale) implements Layer {
    @Override
    public List<Kept> kept() {
        return List.of(Kept.ofItems("P", size), Kept.ofBatch("mu", size));
    }

    @Override
    public void forward(Batch batch, LayerMemory memory) {
        Kernels kernels = batch.kernels();
        int items = batch.items();
        double[] first = read(kernels, memory.input(0), size * items);
        double[] second = read(kernels, memory.input(1), size * items);
        double[] running = read(kernels, runningMean, size);
        double[] factors = read(kernels, scale, size);
        double[] product = new double[size * items];
        double[] mean = new double[size];
        for (int i = 0; i < product.length; i++) {
            product[i] = first[i] * second[i];
            mean[i % size] += product[i] / items;
        }
        if (batch.training()) {
            for (int k = 0; k < size; k++) {
                running[k] = 0.9 * running[k] + 0.1 * mean[k];
            }
            kernels.write(running, 0, runningMean);
        } else {
            mean = running;
        }
        double[] result = new double[size * items];
        for (int i = 0; i < result.length; i++) {
            result[i] = factors[i % size] * (product[i] - mean[i % size]);
        }
        kernels.write(product, 0, memory.kept(0).view(0, product.length));
        kernels.write(mean, 0, memory.kept(1));
        kernels.write(result, 0, memory.output().view(0, result.length));
    }

    /** dγ = (1/m) Σ_i dY ∗ (P − μ); dP = γ ∗ (dY − (1/m) Σ_i dY); dA₁ = dP ∗ A₂; dA₂ = dP ∗ A₁. */
    @Override
    public void backward(Batch batch, LayerMemory memory) {
        Kernels kernels = batch.kernels();
        int items = batch.items();
        double[] gradient = read(kernels, memory.gradient(), size * items);
        double[] product = read(kernels, memory.kept(0), size * items);
        double[] mean = read(kernels, memory.kept(1), size);
        double[] factors = read(kernels, scale, size);
        double[] ofScale = batch.adds() ? read(kernels, memory.tensorGradient(0), size) : new double[size];
        double[] meanGradient = new double[size];
        for (int i = 0; i < gradient.length; i++) {
            ofScale[i % size] += batch.scale() * gradient[i] * (product[i] - mean[i % size]);
            meanGradient[i % size] += gradient[i] / items;
        }
        kernels.write(ofScale, 0, memory.tensorGradient(0));
        for (int input = 0; input < 2; input++) {
            @Nullable Buffer ofInput = memory.inputGradient(input);
            if (ofInput != null) {
                double[] other = read(kernels, memory.input(1 - input), size * items);
                double[] result = memory.adds(input) ? read(kernels, ofInput, size * items) : new double[size * items];
                for (int i = 0; i < result.length; i++) {
                    result[i] += factors[i % size] * (gradient[i] - meanGradient[i % size]) * other[i];
                }
                kernels.write(result, 0, ofInput.view(0, result.length));
            }
        }
    }

    private static double[] read(Kernels kernels, Buffer buffer, int count) {
        double[] values = new double[count];
        kernels.read(buffer, count, values);
        return values;
    }
}
