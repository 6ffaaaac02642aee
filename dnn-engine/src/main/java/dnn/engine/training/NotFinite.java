package dnn.engine.training;

import java.util.OptionalInt;

/**
 * The first number of a step that is not finite, in the order in which a step computes. Immutable and thread-safe.
 *
 * @param quantity what it is one of
 * @param layer whose; the first layer for features; empty for targets and a sum over everything
 * @param role of the tensor, for parameters and their gradients; else empty
 * @param unit from 0: the row of a tensor, the feature or target; empty for a loss
 * @param input from 0: the column of a tensor; else empty
 * @param item of the batch, from 0; empty where it belongs to none
 * @param value the number itself
 */
public record NotFinite(
        Quantity quantity,
        String layer,
        String role,
        OptionalInt unit,
        OptionalInt input,
        OptionalInt item,
        double value) {

    /** The kinds of numbers of a step, in the order in which they are computed. */
    public enum Quantity {
        /** W, b and whatever else a layer keeps. */
        PARAMETERS,
        /** X. */
        FEATURES,
        /** Y. */
        TARGETS,
        /** A[l]. */
        OUTPUTS,
        /** The loss of an item. */
        LOSS,
        /** Of the loss with respect to a tensor. */
        GRADIENTS,
        /** The sum of losses of an epoch's items. */
        SUM
    }

    static NotFinite of(Quantity quantity, String layer, Extreme at) {
        return new NotFinite(
                quantity,
                layer,
                "",
                OptionalInt.of(at.row()),
                OptionalInt.empty(),
                OptionalInt.of(at.column()),
                at.value());
    }

    static NotFinite ofTensor(Quantity quantity, String layer, String role, Extreme at) {
        return new NotFinite(
                quantity,
                layer,
                role,
                OptionalInt.of(at.row()),
                OptionalInt.of(at.column()),
                OptionalInt.empty(),
                at.value());
    }

    static NotFinite ofLoss(String layer, OptionalInt item, double value) {
        return new NotFinite(Quantity.LOSS, layer, "", OptionalInt.empty(), OptionalInt.empty(), item, value);
    }

    static NotFinite ofSum(double value) {
        return new NotFinite(
                Quantity.SUM, "", "", OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), value);
    }

    /** Tells whether the items are to blame, not the parameters. */
    public boolean inItems() {
        return quantity == Quantity.FEATURES || quantity == Quantity.TARGETS;
    }

    /** The quantity with its verb: {@code the outputs of layer `hidden1` are}. */
    public String phrase() {
        return switch (quantity) {
            case PARAMETERS -> "the " + role + " of layer `" + layer + "` are";
            case FEATURES -> "the features X that reach layer `" + layer + "` are";
            case TARGETS -> "the targets Y are";
            case OUTPUTS -> "the outputs of layer `" + layer + "` are";
            case LOSS -> "the loss on the outputs of layer `" + layer + "` is";
            case GRADIENTS -> "the gradients of the " + role + " of layer `" + layer + "` are";
            case SUM -> "the sum of losses is";
        };
    }
}
