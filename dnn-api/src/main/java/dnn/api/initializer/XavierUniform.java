package dnn.api.initializer;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;

/** Uniform on ±√(6/(n_in + n_out)): variance 2/(n_in + n_out). Glorot and Bengio, 2010. */
@Named(twins = "glorot_uniform")
@Describe("uniform, variance 2/(n_in + n_out)")
public record XavierUniform() implements Initializer {
    @Override
    public double meanSquare(int inputs, int outputs) {
        return 2.0 / (inputs + outputs);
    }
}
