package dnn.run;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.engine.backend.Backend;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.network.ParameterTensor;
import dnn.engine.training.EpochReport;
import dnn.engine.training.Status;
import dnn.engine.training.TrainingResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network that was trained on matrices, in memory. Close it to free the backend's memory. Thread-safe: any number of
 * threads may predict at once; closing ends nothing that is under way, and refuses what begins later with an
 * {@link IllegalStateException}.
 */
public final class TrainedNetwork implements AutoCloseable {
    private final Experiment experiment;
    private final TrainingResult result;
    private final Backend backend;
    private final Optional<String> slowness;

    TrainedNetwork(Experiment experiment, TrainingResult result, Backend backend, Optional<String> slowness) {
        this.experiment = experiment;
        this.result = result;
        this.backend = backend;
        this.slowness = slowness;
    }

    /** The way in which training ended. */
    public Status status() {
        return result.status();
    }

    /** A report for each epoch that was completed. */
    public List<EpochReport> epochs() {
        return result.epochs();
    }

    /** The epoch whose weights were kept; 0 for the initial ones. */
    public int epochOfWeights() {
        return result.epochOfWeights();
    }

    /** The place where numbers were no longer finite: layer, quantity, epoch and step. */
    public Optional<String> divergence() {
        return result.divergence();
    }

    /** Copies of W[l] and b[l], by layer, weights before biases. */
    public List<ParameterTensor> parameters() {
        return result.network().parameters();
    }

    /** A remark where the slow reference computes, because nothing faster can run in this JVM; else empty. */
    public Optional<String> slowness() {
        return slowness;
    }

    /**
     * A[L] of these items, (n_L, m), without dropout.
     *
     * @param features X, (n_0, m)
     * @throws IllegalArgumentException if X does not have n_0 rows
     */
    public Matrix predict(Matrix features) {
        return result.network().predict(features);
    }

    /**
     * {@code loss} first, then each metric of the experiment, of these items.
     *
     * @throws IllegalArgumentException if X does not have n_0 rows
     */
    public Map<String, Double> evaluate(Dataset items) {
        return Evaluation.of(result.network(), experiment, items);
    }

    @Override
    public void close() {
        backend.close();
    }
}
