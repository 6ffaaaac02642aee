package dnn.run.checkpoint;

/**
 * The part of a checkpoint beside the numbers of training, to tell what may go on from it. Immutable and thread-safe.
 *
 * @param experiment the text of the resolved experiment
 * @param data the text of the fingerprint of its data
 * @param backend id of the backend that computed
 * @param precision of its numbers, {@code float32} or {@code float64}
 * @param dnn version that trained
 * @param java version that it ran on
 * @param folds figures of a cross-validation that was done before, as JSON; empty where there are none
 */
public record Surroundings(
        String experiment, String data, String backend, String precision, String dnn, String java, String folds) {
    /** A copy with figures of folds. */
    public Surroundings folds(String figures) {
        return new Surroundings(experiment, data, backend, precision, dnn, java, figures);
    }
}
