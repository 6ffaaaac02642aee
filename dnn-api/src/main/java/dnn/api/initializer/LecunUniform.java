package dnn.api.initializer;

import dnn.api.grammar.Describe;

/** Uniform on ±√(3/n_in): variance 1/n_in. LeCun et al., 1998. */
@Describe("uniform, variance 1/n_in")
public record LecunUniform() implements Initializer {
    @Override
    public double meanSquare(int inputs, int outputs) {
        return 1.0 / inputs;
    }
}
