package dnn.api.data;

import dnn.api.grammar.Describe;

/**
 * The preprocessing of numeric targets while the network learns; predictions and metrics are in the target's own unit
 * all the same.
 *
 * @param scale how they are scaled, fitted on the training split
 */
@Describe("What happens to numeric targets while the network learns; predictions and metrics stay in their own unit.")
public record TargetPreprocessing(
        @Describe("How they are scaled.") Scale scale) {

    /** Nothing. */
    public static TargetPreprocessing defaults() {
        return new TargetPreprocessing(Scale.NONE);
    }
}
