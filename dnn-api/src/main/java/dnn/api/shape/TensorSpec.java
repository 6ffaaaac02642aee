package dnn.api.shape;

import dnn.api.initializer.Initializer;
import dnn.api.initializer.Ones;
import dnn.api.initializer.Zeros;

/**
 * A tensor that a layer keeps: what it trains, and what it remembers without training it.
 *
 * @param role what the layer calls it, unique in the layer: {@code weights}, {@code biases}, {@code running_mean}
 * @param shape of any rank; a dimension may be unknown
 * @param fanIn n_in, numbers that each number the layer computes is made from; {@link Shape#UNKNOWN} where not known
 * @param fanOut n_out, numbers that each number reaching the layer has an effect on
 * @param start what it starts from where nothing is written for it
 * @param penalized whether weight decay applies to it
 * @param trained whether an optimizer moves it
 */
public record TensorSpec(
        String role, Shape shape, int fanIn, int fanOut, Start start, boolean penalized, boolean trained) {
    /** Role of W[l]. */
    public static final String WEIGHTS = "weights";

    /** Role of b[l]. */
    public static final String BIASES = "biases";

    /** W of a layer of so many units, (units, inputs): drawn as {@code initialization.weights} says, and penalized. */
    public static TensorSpec weights(int units, int inputs) {
        return new TensorSpec(WEIGHTS, Shape.of(units, inputs), inputs, units, Start.Rule.WEIGHTS, true, true);
    }

    /** b of a layer of so many units, (units, 1): from {@code initialization.biases}, and never penalized. */
    public static TensorSpec biases(int units, int inputs) {
        return new TensorSpec(BIASES, Shape.of(units, 1), inputs, units, Start.Rule.BIASES, false, true);
    }

    /**
     * A trained tensor, one number for each of {@code size}, that is not penalized and starts from {@code start}
     * whatever the initialization says.
     */
    public static TensorSpec trained(String role, int size, Start start) {
        return new TensorSpec(role, Shape.of(size), size, size, start, false, true);
    }

    /** A tensor of {@code size} numbers that is remembered and not trained. */
    public static TensorSpec remembered(String role, int size, Start start) {
        return new TensorSpec(role, Shape.of(size), size, size, start, false, false);
    }

    /**
     * The count of numbers, {@link Shape#UNKNOWN} where a dimension is; {@link Long#MAX_VALUE} where it is more than a
     * long holds.
     */
    public long size() {
        if (!shape.isKnown()) {
            return Shape.UNKNOWN;
        }
        long size = 1;
        for (int dimension : shape.dimensions()) {
            size = dimension > 0 && size > Long.MAX_VALUE / dimension ? Long.MAX_VALUE : size * dimension;
        }
        return size;
    }

    /** The first dimension: how many rows it has as a matrix. */
    public int rows() {
        return shape.dimensions().get(0);
    }

    /**
     * The product of the other dimensions: how many columns it has as a matrix, row by row in memory;
     * {@link Shape#UNKNOWN} where one is.
     */
    public int columns() {
        return new Shape(shape.dimensions().subList(1, shape.dimensions().size())).size();
    }

    /** The initializer that a tensor starts from. */
    public sealed interface Start {
        /** Every number 0. */
        Start ZEROS = new Fixed(new Zeros());

        /** Every number 1. */
        Start ONES = new Fixed(new Ones());

        /** A start that the experiment's {@code initialization} decides. */
        enum Rule implements Start {
            /** The initializer that is declared for weights. */
            WEIGHTS,
            /** The initializer that is declared for biases. */
            BIASES
        }

        /**
         * A start that belongs to the tensor, whatever the experiment says about other tensors.
         *
         * @param initializer which
         */
        record Fixed(Initializer initializer) implements Start {}
    }
}
