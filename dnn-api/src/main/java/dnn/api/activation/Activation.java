package dnn.api.activation;

import dnn.api.initializer.HeNormal;
import dnn.api.initializer.Initializer;
import dnn.api.initializer.XavierNormal;

/** An activation function σ of A[l] = σ(Z[l]) (23). */
public sealed interface Activation
        permits Identity, Sigmoid, Tanh, Relu, LeakyRelu, Softmax, FormulaActivation, CustomActivation {

    /** The range of σ: the closure of its range over all finite z. */
    Range range();

    /** σ(0); for softmax over several units the common value is 1/k and this is not meaningful. */
    double atZero();

    /** σ′(0), with the subgradient the engine takes at a kink. */
    double derivativeAtZero();

    /** Tells whether σ is linear, so that layers before and after it collapse into one matrix. */
    default boolean isLinear() {
        return false;
    }

    /**
     * Tells whether σ discards (almost) half of its inputs, which halves the variance that weights must make up for.
     */
    default boolean isRectifier() {
        return false;
    }

    /** Tells whether σ gives numbers above 0 alone, but for rounding. */
    default boolean isPositive() {
        return false;
    }

    /**
     * The weights' default distribution in front of this activation: variance 2/n_in for rectifiers, 2/(n_in + n_out)
     * otherwise.
     */
    default Initializer recommendedWeights() {
        return isRectifier() ? new HeNormal() : new XavierNormal();
    }

    /**
     * A closed interval of real numbers.
     *
     * @param low lower bound, possibly −∞
     * @param high upper bound, possibly +∞
     */
    record Range(double low, double high) {
        /** All real numbers. */
        public static final Range REALS = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        /** [0, 1]. */
        public static final Range PROBABILITIES = new Range(0, 1);

        /** Tells whether the number lies in it. */
        public boolean contains(double value) {
            return low <= value && value <= high;
        }
    }
}
