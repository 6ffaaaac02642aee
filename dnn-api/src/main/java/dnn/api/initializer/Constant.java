package dnn.api.initializer;

import dnn.api.constraint.Finite;
import dnn.api.grammar.Describe;
import dnn.api.grammar.Required;

/**
 * Every number the same.
 *
 * @param value that number
 */
@Describe("every number the same")
public record Constant(
        @Required @Describe("The number.") @Finite double value) implements Initializer {

    /** A placeholder: the value is required. */
    public static Constant defaults() {
        return new Constant(0);
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public double meanSquare(int inputs, int outputs) {
        return value * value;
    }
}
