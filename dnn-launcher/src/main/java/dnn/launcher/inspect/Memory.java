package dnn.launcher.inspect;

/**
 * How many bytes a network takes.
 *
 * @param parameters W and b
 * @param gradients of the parameters
 * @param optimizerState velocities and running means
 * @param activations what the forward pass of one step keeps for the backward pass, and its derivatives
 */
public record Memory(long parameters, long gradients, long optimizerState, long activations) {

    /**
     * Counts numbers and multiplies by their size.
     *
     * @param stateSize numbers the optimizer keeps for each parameter
     * @param items of a step
     * @param bytesPerNumber 4 or 8
     */
    public static Memory of(Outline outline, int stateSize, int items, int bytesPerNumber) {
        long parameters = outline.parameterCount() * bytesPerNumber;
        return new Memory(
                parameters, parameters, parameters * stateSize, 2 * outline.valuesPerItem() * items * bytesPerNumber);
    }

    /** All together. */
    public long total() {
        return parameters + gradients + optimizerState + activations;
    }
}
