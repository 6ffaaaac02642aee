package dnn.api.loss;

/**
 * A loss of each output by itself in plain Java, which every backend can run: a function of an output a and its target
 * y. Must be thread-safe and give the same bits everywhere: {@link StrictMath} instead of {@link Math} where the two
 * may differ.
 */
public interface ScalarLoss {
    /** The loss of one output. */
    double value(double a, double y);

    /** Its derivative with respect to a, with the subgradient that training takes where there is none. */
    double derivative(double a, double y);

    /** The errors a − y at which the derivative or its slope jumps. */
    default double[] kinks() {
        return new double[0];
    }
}
