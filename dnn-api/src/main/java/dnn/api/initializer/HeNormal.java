package dnn.api.initializer;

import dnn.api.grammar.Describe;
import dnn.api.grammar.Named;

/** Normal with mean 0 and variance 2/n_in. He et al., 2015. */
@Named(twins = "kaiming_normal")
@Describe("normal, variance 2/n_in")
public record HeNormal() implements Initializer {
    @Override
    public double meanSquare(int inputs, int outputs) {
        return 2.0 / inputs;
    }
}
