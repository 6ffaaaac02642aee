package dnn.api.initializer;

import dnn.api.grammar.Describe;

/** Every number 1. */
@Describe("every number 1")
public record Ones() implements Initializer {
    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public double meanSquare(int inputs, int outputs) {
        return 1;
    }
}
