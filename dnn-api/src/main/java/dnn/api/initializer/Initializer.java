package dnn.api.initializer;

/** What the weights or biases of a layer start from. */
public sealed interface Initializer
        permits Zeros,
                Ones,
                Constant,
                Normal,
                Uniform,
                XavierNormal,
                XavierUniform,
                HeNormal,
                HeUniform,
                Orthogonal,
                Explicit {

    /** Whether every number gets the same value, so that the neurons of a layer start as copies of each other. */
    default boolean isConstant() {
        return false;
    }
}
