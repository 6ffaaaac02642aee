package dnn.examples.plugin;

import dnn.api.grammar.Describe;
import dnn.api.initializer.CustomInitializer;

/** ±1/√n_in, either sign with probability ½: variance 1/n_in without outliers. */
@Describe("plus or minus 1/sqrt(inputs), at random")
public record Rademacher() implements CustomInitializer {
    @Override
    public double meanSquare(int inputs, int outputs) {
        return 1.0 / inputs;
    }
}
