package dnn.run.verification;

import dnn.run.verification.MetricRows.Difference;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of training a run again. Immutable and thread-safe.
 *
 * @param epochs that were trained again and compared
 * @param difference the first epoch and figure that differ; nothing where none does
 * @param weights whether the weights are the same bits; nothing where they could not be compared
 * @param whyNoWeights why they could not, in words; empty where they were
 * @param surroundings what differs of version, Java, processor and backend, in words
 */
public record Verification(
        int epochs,
        Optional<Difference> difference,
        Optional<Boolean> weights,
        String whyNoWeights,
        List<String> surroundings) {
    public Verification {
        surroundings = List.copyOf(surroundings);
    }

    /** Tells whether nothing that was compared differs. */
    public boolean agrees() {
        return difference.isEmpty() && weights.orElse(true);
    }
}
