package dnn.engine.layer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Normalization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Layer normalization (Ba, Kiros and Hinton, 2016): Y = γ ∗ x̂ + β with x̂ = (X − μ)/√(v + ε), μ and v of each item
 * over its units. (n, m) to (n, m).
 *
 * @param size n
 * @param epsilon ε
 * @param scale γ
 * @param shift β
 */
record LayerNormLayer(int size, double epsilon, Buffer scale, Buffer shift) implements Layer {
    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.ofItems("mean", 1),
                Kept.ofItems("variance", 1),
                Kept.ofBatch("sums", size),
                Kept.ofBatch("products", size));
    }

    @Override
    public void forward(Batch batch, LayerMemory memory) {
        Kernels kernels = batch.kernels();
        Buffer mean = memory.kept(0);
        Buffer variance = memory.kept(1);
        int items = batch.items();
        kernels.moments(Normalization.OF_ITEMS, memory.input(), mean, variance, size, items);
        kernels.normalize(
                Normalization.OF_ITEMS,
                memory.input(),
                mean,
                variance,
                epsilon,
                scale,
                shift,
                memory.output(),
                size,
                items);
    }

    /** dβ = (1/m) Σ_i dY; dγ = (1/m) Σ_i dY ∗ x̂; dX as the kernel says. */
    @Override
    public void backward(Batch batch, LayerMemory memory) {
        Kernels kernels = batch.kernels();
        Buffer mean = memory.kept(0);
        Buffer variance = memory.kept(1);
        Buffer sums = memory.kept(2);
        Buffer products = memory.kept(3);
        kernels.normalizationSums(
                Normalization.OF_ITEMS,
                memory.input(),
                mean,
                variance,
                epsilon,
                memory.gradient(),
                sums,
                products,
                size,
                batch.items());
        batch.mean(products, memory.tensorGradient(0));
        batch.mean(sums, memory.tensorGradient(1));
        @Nullable Buffer inputGradient = memory.inputGradient(0);
        if (inputGradient != null) {
            kernels.normalizationBackward(
                    Normalization.OF_ITEMS,
                    memory.input(),
                    mean,
                    variance,
                    epsilon,
                    scale,
                    memory.gradient(),
                    sums,
                    products,
                    inputGradient,
                    size,
                    batch.items(),
                    memory.adds(0));
        }
    }
}
