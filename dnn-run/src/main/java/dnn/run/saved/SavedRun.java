package dnn.run.saved;

import dnn.api.Experiment;
import dnn.api.data.MissingTarget;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.data.encoding.FittedTarget;
import dnn.data.encoding.Preprocessor;
import dnn.data.newdata.NewData;
import dnn.data.newdata.NewDataOptions;
import dnn.data.newdata.NewItems;
import dnn.data.problem.DataException;
import dnn.engine.backend.Backend;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.evaluation.Judgement;
import dnn.engine.evaluation.Judgement.Judged;
import dnn.engine.metric.ClassReport;
import dnn.engine.metric.Outputs;
import dnn.engine.network.Network;
import dnn.run.check.SlowReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run read back: its experiment, what was fitted, and the network with its weights. Close it to free the backend's
 * memory. Thread-safe: any number of threads may read tables, predict and evaluate at once; closing ends nothing that
 * is under way, and refuses what begins later with an {@link IllegalStateException}.
 *
 * <pre>{@code
 * try (SavedRun run = SavedRun.open(Path.of("runs/iris/2026-01-31T12-00-00"))) {
 *     Predictions predictions = run.predictor().predict(Path.of("new.csv"));
 * }
 * }</pre>
 */
public final class SavedRun implements AutoCloseable {
    private final Experiment experiment;
    private final Preprocessor preprocessor;
    private final Backend backend;
    private final Network network;
    private final double[] baseline;
    private final boolean proven;
    private final TrainedData data;

    SavedRun(RunReader.Parts parts, Backend backend, Network network) {
        this.experiment = parts.experiment();
        this.preprocessor = parts.preprocessor();
        this.baseline = parts.result().baseline();
        this.proven = parts.proven();
        this.data = parts.data();
        this.backend = backend;
        this.network = network;
    }

    /**
     * Reads a run directory. Every file is compared with the run's manifest and with what is expected of it before
     * anything is used, and nothing outside the directory is read.
     *
     * @throws MisfitWeightsException if its weights do not fit its architecture
     * @throws dnn.run.directory.DamagedRunException if a file is not as dnn wrote it
     * @throws IOException if it is not a run directory; the message says what is missing
     */
    public static SavedRun open(Path run) throws IOException {
        return RunReader.open(run);
    }

    /**
     * Tells whether the files were compared with a manifest. A run of a version before manifests has none: it is used
     * as it stands there.
     */
    public boolean proven() {
        return proven;
    }

    /** The experiment, every default written out. */
    public Experiment experiment() {
        return experiment;
    }

    /** The preprocessing fitted on the training split. */
    public Preprocessor preprocessor() {
        return preprocessor;
    }

    /** The network with the saved weights. */
    public Network network() {
        return network;
    }

    /**
     * Figures of the test split, read again from where the experiment found its data.
     *
     * @throws DataException if the data is no longer there, or is not, byte for byte, what it was; the message names
     *     what changed
     */
    public Evaluated evaluateTestSplit() {
        return evaluate(data.read().test());
    }

    /**
     * The difference between the files of the data and those that it was trained on; nothing where they are the same.
     */
    public Optional<String> changeOfData() {
        return data.change();
    }

    /**
     * The number of these items that equal one of the training split in every feature and the target; empty where the
     * data of the training is no longer there, as it was, to tell.
     *
     * @param items as {@link #read} gives them
     */
    public OptionalInt trainedOn(Dataset items) {
        try {
            return OptionalInt.of(new TrainedItems(data.read().train()).among(items));
        } catch (DataException e) {
            return OptionalInt.empty();
        }
    }

    /** Figures of these items. */
    public Evaluated evaluate(Dataset items) {
        Outputs outputs = network.outputsOf(items.features());
        return new Evaluated(
                items.items(),
                Evaluation.of(network, experiment, items),
                Judgement.of(experiment.training(), outputs, items, baseline, experiment.seedInForce()),
                preprocessor.target() instanceof FittedTarget.Classes
                        ? Optional.of(ClassReport.of(outputs, items.targets()))
                        : Optional.empty());
    }

    /**
     * Figures of a set of items.
     *
     * @param items how many
     * @param figures the loss, then each metric
     * @param judged metrics with what they are to be compared with
     * @param classes figures of each class, where the target is one of several classes
     */
    public record Evaluated(
            int items, Map<String, Double> figures, Map<String, Judged> judged, Optional<ClassReport> classes) {}

    /** Reads a table as this run's training data was read; whatever is wrong with it is in the result. */
    public NewItems read(Path table) {
        return read(table, Optional.empty());
    }

    /** Reads images with the file of their labels. */
    public NewItems read(Path table, Optional<Path> labels) {
        boolean drops = experiment
                .data()
                .source()
                .table()
                .filter(declared -> declared.missingTarget() == MissingTarget.DROP)
                .isPresent();
        return NewData.read(table, labels, preprocessor, NewDataOptions.STANDARD.dropMissingTargets(drops));
    }

    /** Opens a table, to be read piece by piece as this run's training data was. */
    public NewData open(InputStream table, String name) throws IOException {
        return open(table, name, NewDataOptions.STANDARD);
    }

    /** Opens a table, to be read piece by piece in this way. */
    public NewData open(InputStream table, String name, NewDataOptions options) throws IOException {
        return NewData.open(table, name, preprocessor, options);
    }

    /** Predicts rows of maps and tables, on any number of threads at once, until this run is closed. */
    public Predictor predictor() {
        return new Predictor(preprocessor, network);
    }

    /** The predictions for items that were read without problems. */
    public Predictions predict(Matrix features) {
        return predictor().predict(features);
    }

    /** A remark where the slow reference predicts, because nothing faster can run in this JVM; else empty. */
    public Optional<String> slowness() {
        return SlowReference.word(experiment.engine(), backend.id());
    }

    @Override
    public void close() {
        backend.close();
    }
}
