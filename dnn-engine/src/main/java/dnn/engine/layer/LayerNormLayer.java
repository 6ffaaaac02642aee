package dnn.engine.layer;

import java.util.List;

/**
 * Layer normalization (Ba, Kiros and Hinton, 2016): Y = γ ∗ x̂ + β with x̂ = (X − μ)/√(v + ε), μ and v of each item
 * over its units. (n, m) to (n, m).
 *
 * @param pass over items
 */
record LayerNormLayer(NormalizationPass pass) implements Layer {
    @Override
    public List<Kept> kept() {
        return pass.kept();
    }

    @Override
    public void forward(Batch batch, LayerMemory memory) {
        pass.moments(batch, memory);
        pass.forward(batch, memory, NormalizationPass.mean(memory), NormalizationPass.variance(memory));
    }

    @Override
    public void backward(Batch batch, LayerMemory memory) {
        pass.backward(batch, memory);
    }
}
