package dnn.api.initializer;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;

/** Normal with mean 0 and variance 2/(n_in + n_out). Glorot and Bengio, 2010. */
@Named(twins = "glorot_normal")
@Describe("normal, variance 2/(n_in + n_out)")
public record XavierNormal() implements Initializer {
    @Override
    public double meanSquare(int inputs, int outputs) {
        return 2.0 / (inputs + outputs);
    }
}
