package dnn.api.activation;

/**
 * A function of each number by itself in plain Java, which every backend can run: σ and σ′ as functions of z. Must be
 * thread-safe and give the same bits everywhere: {@link StrictMath} instead of {@link Math} where the two may differ.
 */
public interface ScalarFunction {
    /** σ(z). */
    double value(double z);

    /** σ′(z), with the subgradient that training takes where there is none. */
    double derivative(double z);

    /** The points where σ, σ′ or σ″ jumps, so that differences of values nearby do not tell σ′. */
    default double[] kinks() {
        return new double[0];
    }
}
