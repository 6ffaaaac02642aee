package dnn.engine.loss;

import dnn.api.activation.ScalarFunction;

/**
 * Labels with a share of each spread evenly over all classes: y′ = (1 − ε)·y + ε/k.
 *
 * @param share ε in [0, 1)
 * @param classes k
 */
record Smoothing(double share, int classes) implements ScalarFunction {
    @Override
    public double value(double y) {
        return (1 - share) * y + share / classes;
    }

    @Override
    public double derivative(double y) {
        return 1 - share;
    }
}
