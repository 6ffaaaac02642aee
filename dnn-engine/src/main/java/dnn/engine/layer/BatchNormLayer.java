package dnn.engine.layer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import dnn.engine.backend.Normalization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalization (Ioffe and Szegedy, 2015): Y = γ ∗ x̂ + β with x̂ = (X − μ)/√(v + ε), μ and v of the batch in
 * training and the running ones in inference. (n, m) to (n, m).
 *
 * @param name in force
 * @param size n
 * @param momentum share of the batch in the running mean and variance
 * @param epsilon ε
 * @param scale γ
 * @param shift β
 * @param runningMean changed by forward passes in training
 * @param runningVariance changed by forward passes in training
 */
record BatchNormLayer(
        String name,
        int size,
        double momentum,
        double epsilon,
        Buffer scale,
        Buffer shift,
        Buffer runningMean,
        Buffer runningVariance)
        implements Layer {
    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.ofBatch("mean", size),
                Kept.ofBatch("variance", size),
                Kept.ofBatch("sums", size),
                Kept.ofBatch("products", size));
    }

    @Override
    public void forward(Batch batch, LayerMemory memory) {
        if (batch.training()) {
            inTraining(batch, memory);
        } else {
            normalize(batch, memory, runningMean, runningVariance);
        }
    }

    private void inTraining(Batch batch, LayerMemory memory) {
        Kernels kernels = batch.kernels();
        int items = batch.items();
        if (items < 2) {
            throw new IllegalArgumentException("layer `" + name + "` normalizes over the items of a batch, so that a"
                    + " batch of one has nothing to learn from; another `batch_size` leaves more");
        }
        Buffer mean = memory.kept(0);
        Buffer variance = memory.kept(1);
        kernels.moments(Normalization.OF_UNITS, memory.input(), mean, variance, size, items);
        normalize(batch, memory, mean, variance);
        kernels.addScaled(momentum, mean, 1 - momentum, runningMean);
        kernels.addScaled(momentum * items / (items - 1), variance, 1 - momentum, runningVariance);
    }

    private void normalize(Batch batch, LayerMemory memory, Buffer mean, Buffer variance) {
        batch.kernels()
                .normalize(
                        Normalization.OF_UNITS,
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
    @Override
    public void backward(Batch batch, LayerMemory memory) {
        Kernels kernels = batch.kernels();
        Buffer mean = memory.kept(0);
        Buffer variance = memory.kept(1);
        Buffer sums = memory.kept(2);
        Buffer products = memory.kept(3);
        kernels.normalizationSums(
                Normalization.OF_UNITS,
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
                    Normalization.OF_UNITS,
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
