package dnn.run;

import dnn.config.CheckReport;
import dnn.config.diagnostic.Diagnostic;
import dnn.engine.training.EpochReport;
import dnn.engine.training.Status;
import dnn.run.directory.RunDirectory;
import dnn.run.saved.Predictor;
import dnn.run.training.DirectoryTraining;
import dnn.run.training.ExperimentRun;
import dnn.run.training.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The network of an experiment that was trained, in memory, with what was fitted on its data. Close it to free the
 * backend's memory. Thread-safe: any number of threads may predict at once; closing ends nothing that is under way, and
 * refuses what begins later with an {@link IllegalStateException}.
 */
public final class TrainedModel implements AutoCloseable {
    private final ExperimentRun run;
    private final ExperimentRun.Fitted fitted;
    private final CheckReport findings;
    private final Optional<String> slowness;

    TrainedModel(ExperimentRun run, ExperimentRun.Fitted fitted, CheckReport findings, Optional<String> slowness) {
        this.run = run;
        this.fitted = fitted;
        this.findings = findings;
        this.slowness = slowness;
    }

    /** The way in which training ended. */
    public Status status() {
        return fitted.trained().status();
    }

    /** A report for each epoch that was completed. */
    public List<EpochReport> epochs() {
        return fitted.trained().epochs();
    }

    /** Everything that {@code result.json} of a run directory says. */
    public RunResult result() {
        return fitted.result();
    }

    /**
     * {@code loss} first, then each metric, of the kept weights; by split, for those of {@code train},
     * {@code validation} and {@code test} that have items.
     */
    public Map<String, Map<String, Double>> figures() {
        return fitted.result().metrics();
    }

    /** The findings of the check: warnings and notes. */
    public CheckReport findings() {
        return findings;
    }

    /** A remark where the slow reference computes, because nothing faster can run in this JVM; else empty. */
    public Optional<String> slowness() {
        return slowness;
    }

    /** Predicts rows of maps and tables, on any number of threads at once, until this model is closed. */
    public Predictor predictor() {
        return new Predictor(run.preprocessor(), fitted.trained().network());
    }

    /**
     * Writes a run directory, as {@code dnn train} leaves one; {@link dnn.run.saved.SavedRun#open} reads it back.
     *
     * @param directory a new or empty folder, made if need be
     * @throws dnn.run.directory.OccupiedRunDirectoryException if there is something in it
     * @throws IOException if it cannot be written
     */
    public void save(Path directory) throws IOException {
        try (RunDirectory place = RunDirectory.at(directory)) {
            new DirectoryTraining(run, place)
                    .save(
                            fitted,
                            findings.diagnostics().stream()
                                    .map(Diagnostic::message)
                                    .collect(Collectors.joining("\n")));
        }
    }

    @Override
    public void close() {
        run.choice().backend().close();
    }
}
