package dnn.api.initializer;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;

/** Uniform on ±√(6/n_in): variance 2/n_in. He et al., 2015. */
@Named(twins = "kaiming_uniform")
@Describe("uniform, variance 2/n_in")
public record HeUniform() implements Initializer {
    @Override
    public double meanSquare(int inputs, int outputs) {
        return 2.0 / inputs;
    }
}
