package dnn.api.initializer;

/** The rule by which the weights or biases of a layer get their first values. */
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
                LecunNormal,
                LecunUniform,
                Orthogonal,
                Explicit,
                CustomInitializer {

    /** Tells whether every number gets the same value, so that the neurons of a layer start as copies of each other. */
    default boolean isConstant() {
        return false;
    }

    /**
     * E[w²], the mean square of one number, which decides the size of Z: Var[z] = n_in · E[w²] · E[a²].
     *
     * @param inputs n_in
     * @param outputs n_out
     */
    double meanSquare(int inputs, int outputs);
}
