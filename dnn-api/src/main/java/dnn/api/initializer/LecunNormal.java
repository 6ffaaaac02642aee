package dnn.api.initializer;

import dnn.api.grammar.Describe;

/** Normal with mean 0 and variance 1/n_in. LeCun et al., 1998. */
@Describe("normal, variance 1/n_in")
public record LecunNormal() implements Initializer {
    @Override
    public double meanSquare(int inputs, int outputs) {
        return 1.0 / inputs;
    }
}
