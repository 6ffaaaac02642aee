package dnn.engine.layer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Normalization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Y = γ ∗ x̂ + β with x̂ = (X − μ)/√(v + ε), and the way back: what normalizing layers have in common, whatever they
 * normalize over. Of what such a layer keeps, the mean comes first, then the variance, and two for its gradients.
 *
 * @param over what it normalizes
 * @param size n
 * @param epsilon ε
 * @param scale γ
 * @param shift β
 */
record NormalizationPass(Normalization over, int size, double epsilon, Buffer scale, Buffer shift) {
    private static final int MEAN = 0;
    private static final int VARIANCE = 1;
    private static final int SUMS = 2;
    private static final int PRODUCTS = 3;

    List<Kept> kept() {
        return List.of(figure("mean"), figure("variance"), Kept.ofBatch("sums", size), Kept.ofBatch("products", size));
    }

    /** One number for each unit, or for each item. */
    private Kept figure(String name) {
        return over == Normalization.OF_ITEMS ? Kept.ofItems(name, 1) : Kept.ofBatch(name, size);
    }

    static Buffer mean(LayerMemory memory) {
        return memory.kept(MEAN);
    }

    static Buffer variance(LayerMemory memory) {
        return memory.kept(VARIANCE);
    }

    /** μ and v of this batch, to what is kept. */
    void moments(Batch batch, LayerMemory memory) {
        batch.kernels().moments(over, memory.input(), mean(memory), variance(memory), size, batch.items());
    }

    void forward(Batch batch, LayerMemory memory, Buffer mean, Buffer variance) {
        batch.kernels()
                .normalize(
                        over,
                        memory.input(),
                        mean,
                        variance,
                        epsilon,
                        scale,
                        shift,
                        memory.output(),
                        size,
                        batch.items());
    }

    /** dβ = (1/m) Σ_i dY; dγ = (1/m) Σ_i dY ∗ x̂; dX as the kernel says. */
    void backward(Batch batch, LayerMemory memory) {
        Kernels kernels = batch.kernels();
        Buffer sums = memory.kept(SUMS);
        Buffer products = memory.kept(PRODUCTS);
        kernels.normalizationSums(
                over,
                memory.input(),
                mean(memory),
                variance(memory),
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
                    over,
                    memory.input(),
                    mean(memory),
                    variance(memory),
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
