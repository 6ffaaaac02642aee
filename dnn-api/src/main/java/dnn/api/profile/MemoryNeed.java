package dnn.api.profile;

/**
 * The bytes that training takes, counted without taking them.
 *
 * @param parameters W and b
 * @param gradients of the parameters
 * @param optimizer velocities and running means, and the copies of parameters kept to go back to
 * @param layers what the forward pass of one step keeps for the backward pass, its derivatives, and the copy of an
 *     input that a product works on
 * @param data features and targets
 * @param largest numbers of the largest single array
 */
public record MemoryNeed(long parameters, long gradients, long optimizer, long layers, long data, long largest) {

    /** All together; {@link Long#MAX_VALUE} where that is more than a long holds. */
    public long total() {
        double sum = (double) parameters + gradients + optimizer + layers + data;
        return sum >= Long.MAX_VALUE ? Long.MAX_VALUE : parameters + gradients + optimizer + layers + data;
    }
}
