package dnn.engine.layer;

import dnn.engine.backend.Buffer;
import dnn.engine.backend.Kernels;
import java.util.List;

/**
 * Batch normalization (Ioffe and Szegedy, 2015): Y = γ ∗ x̂ + β with x̂ = (X − μ)/√(v + ε), μ and v of the batch in
 * training and the running ones in inference. (n, m) to (n, m).
 *
 * @param name in force
 * @param pass over units
 * @param momentum share of the batch in the running mean and variance
 * @param runningMean changed by forward passes in training
 * @param runningVariance changed by forward passes in training
 */
record BatchNormLayer(String name, NormalizationPass pass, double momentum, Buffer runningMean, Buffer runningVariance)
        implements Layer {
    @Override
    public List<Kept> kept() {
        return pass.kept();
    }

    @Override
    public void forward(Batch batch, LayerMemory memory) {
        if (batch.training()) {
            inTraining(batch, memory);
        } else {
            pass.forward(batch, memory, runningMean, runningVariance);
        }
    }

    private void inTraining(Batch batch, LayerMemory memory) {
        Kernels kernels = batch.kernels();
        int items = batch.items();
        if (items < 2) {
            throw new IllegalArgumentException("layer `" + name + "` normalizes over the items of a batch, so that a"
                    + " batch of one has nothing to learn from; another `batch_size` leaves more");
        }
        Buffer mean = NormalizationPass.mean(memory);
        Buffer variance = NormalizationPass.variance(memory);
        pass.moments(batch, memory);
        pass.forward(batch, memory, mean, variance);
        kernels.addScaled(momentum, mean, 1 - momentum, runningMean);
        kernels.addScaled(momentum * items / (items - 1), variance, 1 - momentum, runningVariance);
    }

    @Override
    public void backward(Batch batch, LayerMemory memory) {
        pass.backward(batch, memory);
    }
}
