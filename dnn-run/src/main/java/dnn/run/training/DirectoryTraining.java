package dnn.run.training;

import dnn.api.Experiment;
import dnn.api.training.Checkpoints;
import dnn.config.yaml.ExperimentWriter;
import dnn.data.DataLoader;
import dnn.engine.training.DivergedStep;
import dnn.engine.training.Status;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingResult;
import dnn.engine.training.TrainingState;
import dnn.run.checkpoint.Checkpoint;
import dnn.run.checkpoint.CheckpointFolder;
import dnn.run.checkpoint.CheckpointSaver;
import dnn.run.checkpoint.Surroundings;
import dnn.run.directory.DataFingerprint;
import dnn.run.directory.Machine;
import dnn.run.directory.PreprocessingFile;
import dnn.run.directory.RunDirectory;
import dnn.run.directory.Safetensors;
import dnn.run.divergence.DivergenceFolder;
import dnn.run.divergence.StepFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A training that leaves a run directory behind: checkpoints on its way, and in the end everything that the run is. For
 * one thread at a time.
 */
public final class DirectoryTraining {
    private static final double NANOSECONDS = 1e9;

    private final ExperimentRun run;
    private final RunDirectory directory;

    /** A training of this run, written into this directory. */
    public DirectoryTraining(ExperimentRun run, RunDirectory directory) {
        this.run = run;
        this.directory = directory;
    }

    /**
     * The outcome of a training.
     *
     * @param status how training ended
     * @param result what stands in {@code result.json}
     * @param diverged the step in which numbers stopped being finite, where they did
     */
    public record Outcome(Status status, RunResult result, Optional<StepFile> diverged) {}

    /**
     * The point from which a training goes on.
     *
     * @param state that it goes on from; empty where it begins again
     * @param seconds that training had taken up to there
     * @param folds of a cross-validation that need not be trained again
     * @param isSaved whether a checkpoint of the state stands in the directory already
     */
    record Start(Optional<TrainingState> state, double seconds, Optional<FoldTraining.Result> folds, boolean isSaved) {
        static final Start BEGINNING = new Start(Optional.empty(), 0, Optional.empty(), true);
    }

    /**
     * Trains, evaluates the saved weights on every split and writes everything into the run directory.
     *
     * @param listener told how training goes
     * @param stop asked before every step
     * @param findings what the check had to say, for the log
     * @throws IOException if the directory cannot be written
     */
    public Outcome train(TrainingListener listener, BooleanSupplier stop, String findings) throws IOException {
        String data = fingerprint();
        directory.write(RunDirectory.DATA, data);
        begin(findings);
        return train(Start.BEGINNING, surroundings(data), listener, stop);
    }

    /**
     * Goes on from a start. What the directory says of it is written so that, cut off at any moment, it goes on from
     * here again: the experiment, by which it is known, comes last.
     */
    Outcome goOn(Start start, TrainingListener listener, BooleanSupplier stop, String findings) throws IOException {
        String data = fingerprint();
        Surroundings surroundings = surroundings(data);
        if (start.state().isPresent() && !start.isSaved()) {
            Surroundings around =
                    surroundings.folds(start.folds().map(FoldsText::write).orElse(""));
            new CheckpointFolder(directory.checkpoints())
                    .save(new Checkpoint(start.state().get(), start.seconds(), around), 1);
        }
        directory.beginEpochs(start.state().map(TrainingState::reports).orElse(List.of()));
        directory.write(RunDirectory.DATA, data);
        begin(findings);
        return train(start, surroundings, listener, stop);
    }

    /**
     * Writes what was trained in memory as a run directory.
     *
     * @param findings what the check had to say, for the log
     * @throws IOException if the directory cannot be written
     */
    public void save(ExperimentRun.Fitted fitted, String findings) throws IOException {
        directory.write(RunDirectory.DATA, fingerprint());
        begin(findings);
        write(fitted.trained(), fitted.result(), described(fitted.trained()));
        draw(fitted.trained(), TrainingListener.none());
    }

    private void begin(String findings) throws IOException {
        directory.write(RunDirectory.EXPERIMENT, text());
        for (String line : run.introduction()) {
            directory.log(line);
        }
        if (!findings.isEmpty()) {
            directory.log(findings.stripTrailing());
        }
    }

    private String text() {
        return ExperimentWriter.writeResolved(run.experiment());
    }

    /** The fingerprint of the data, for later runs to compare theirs with. */
    String fingerprint() throws IOException {
        return fingerprint(run).text();
    }

    static DataFingerprint fingerprint(ExperimentRun run) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        return DataFingerprint.of(new DataLoader(here).files(run.experiment().data()), run.splits());
    }

    private Surroundings surroundings(String data) {
        return new Surroundings(
                text(),
                data,
                run.choice().backend().id(),
                run.choice().backend().precision().name().toLowerCase(Locale.ROOT),
                Machine.dnn(),
                Machine.java(),
                "");
    }

    private Outcome train(Start start, Surroundings surroundings, TrainingListener listener, BooleanSupplier stop)
            throws IOException {
        try {
            Optional<FoldTraining.Result> folds = start.folds().or(() -> run.folds(stop));
            String foldsText = folds.filter(FoldTraining.Result::isWhole)
                    .map(FoldsText::write)
                    .orElse("");
            long began = System.nanoTime();
            TrainingResult trained = fit(start, surroundings.folds(foldsText), listener, stop);
            double seconds = start.seconds() + (System.nanoTime() - began) / NANOSECONDS;
            RunResult result = run.result(trained, seconds, folds);
            Optional<StepFile> diverged = described(trained);
            write(trained, result, diverged);
            lookAtLastSteps(start, trained, listener, stop);
            draw(trained, listener);
            return new Outcome(trained.status(), result, diverged);
        } finally {
            run.choice().backend().close();
        }
    }

    private TrainingResult fit(
            Start start, Surroundings surroundings, TrainingListener listener, BooleanSupplier stop) {
        Experiment experiment = run.experiment();
        if (!(experiment.training().checkpoints() instanceof Checkpoints.Regular regular)) {
            return run.train(start.state(), directory.recording(listener), stop);
        }
        try (CheckpointSaver saver = new CheckpointSaver(
                new CheckpointFolder(directory.checkpoints()),
                regular,
                surroundings,
                start.seconds(),
                directory.recording(listener),
                System::nanoTime)) {
            return run.train(start.state(), saver, stop);
        }
    }

    private Optional<StepFile> described(TrainingResult trained) {
        return trained.divergedStep().map(step -> DivergenceFolder.describe(run.experiment(), run.data(), step));
    }

    private void write(TrainingResult trained, RunResult result, Optional<StepFile> diverged) throws IOException {
        directory.write(
                RunDirectory.WEIGHTS,
                Safetensors.encode(
                        ExperimentRun.tensors(trained.network()),
                        ExperimentRun.numberType(run.choice().backend().precision())));
        directory.write(RunDirectory.PREPROCESSING, PreprocessingFile.write(run.preprocessor()));
        if (diverged.isPresent()) {
            for (Map.Entry<String, byte[]> file : DivergenceFolder.files(
                            trained.divergedStep().orElseThrow(), diverged.get())
                    .entrySet()) {
                directory.write(file.getKey(), file.getValue());
            }
        }
        directory.endEpochs(trained.epochs());
        directory.log(result.status() + (result.reason().isEmpty() ? "" : ": " + result.reason()));
        for (String sentence : result.verdict()) {
            directory.log(sentence);
        }
        directory.complete(result.json());
    }

    /**
     * Trains the last steps before a divergence again, to see how numbers grew. The run is complete without: what takes
     * too long, or memory that is not there, is a remark.
     */
    private void lookAtLastSteps(Start start, TrainingResult trained, TrainingListener listener, BooleanSupplier stop) {
        Optional<DivergedStep> diverged = trained.divergedStep();
        if (diverged.isEmpty()) {
            return;
        }
        try {
            Optional<String> text = new GrowthBeforeEnd(run, directory.checkpoints(), System::nanoTime)
                    .text(start.state(), diverged.get(), stop);
            if (text.isPresent()) {
                directory.write(RunDirectory.LAST_STEPS, text.get());
            } else {
                directory.log("the steps before were not looked at: doing them again takes too long");
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            warn(listener, "the steps before could not be looked at: " + e + "; the run is complete without that");
        }
    }

    /**
     * Pictures decorate a run that is complete: one that cannot be drawn or written is a warning, whatever the reason.
     */
    private void draw(TrainingResult trained, TrainingListener listener) {
        for (Map.Entry<String, Supplier<String>> plot :
                RunPlots.of(run.experiment(), run.data(), run.plan(), trained).entrySet()) {
            String file = RunDirectory.PLOTS + "/" + plot.getKey();
            try {
                directory.write(file, plot.getValue().get());
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                warn(listener, "the picture " + file + " could not be made: " + e + "; the run is complete without it");
            }
        }
        try {
            directory.finish();
        } catch (IOException e) {
            warn(listener, "the manifest does not list the pictures: " + e);
        }
    }

    private void warn(TrainingListener listener, String message) {
        listener.warned(message);
        try {
            directory.log("warning: " + message);
        } catch (IOException e) {
            listener.warned("nor could that be written to the log: " + e);
        }
    }
}
