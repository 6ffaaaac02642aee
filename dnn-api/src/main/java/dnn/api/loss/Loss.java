package dnn.api.loss;

import dnn.api.activation.Activation;

/** What training makes small: a function of the network's outputs A[L] and the targets Y. */
public sealed interface Loss permits BinaryCrossEntropy, CategoricalCrossEntropy, MeanSquaredError, MeanAbsoluteError {

    /** What a target column means under this loss. */
    TargetKind targetKind();

    /** Whether the loss is defined on what this activation gives and its gradient teaches the network what it should. */
    boolean accepts(Activation output);

    /**
     * How many outputs, n_L, a network needs under this loss.
     *
     * @param classes of the target; without meaning for a numeric one, which is one column
     */
    int outputsFor(int classes);
}
