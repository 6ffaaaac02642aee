package dnn.api.grammar;

import java.util.List;

/**
 * The kinds of layers, activations and optimizers that another library declares; found by
 * {@link java.util.ServiceLoader}. Experiments name them as they name those declared here.
 */
public interface GrammarExtension {
    /**
     * Records that implement {@code CustomLayer}, {@code CustomActivation}, {@code CustomLoss} or another of these
     * doors.
     */
    List<Class<? extends Record>> kinds();
}
