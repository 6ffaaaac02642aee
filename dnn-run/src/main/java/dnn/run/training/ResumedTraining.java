package dnn.run.training;

import dnn.api.Experiment;
import dnn.config.BaseResolver;
import dnn.config.ChangedValue;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.ResumeDiagnostics;
import dnn.engine.training.EpochReport;
import dnn.engine.training.TrainingListener;
import dnn.engine.training.TrainingResult;
import dnn.engine.training.TrainingState;
import dnn.run.check.CheckedExperiment;
import dnn.run.check.RefusedException;
import dnn.run.checkpoint.Checkpoint;
import dnn.run.checkpoint.CheckpointFolder;
import dnn.run.directory.DamagedRunException;
import dnn.run.directory.ProvenFiles;
import dnn.run.directory.RunDirectory;
import dnn.run.directory.RunToGoOn;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A training that goes on where a run stopped: killed, interrupted, diverged or done. Everything that must hold for
 * that is checked before anything is written. For one thread at a time; close it to let the run and its backend go.
 */
public final class ResumedTraining implements AutoCloseable {
    private final RunToGoOn place;
    private final ExperimentRun run;
    private final Experiment own;
    private final Optional<Checkpoint> checkpoint;
    private final EarlierEnd end;
    private final boolean isAsSaved;
    private final CheckReport report;

    private ResumedTraining(
            RunToGoOn place,
            ExperimentRun run,
            Experiment own,
            Optional<Checkpoint> checkpoint,
            EarlierEnd end,
            boolean asSaved,
            CheckReport report) {
        this.place = place;
        this.run = run;
        this.own = own;
        this.checkpoint = checkpoint;
        this.end = end;
        this.isAsSaved = asSaved;
        this.report = report;
    }

    /**
     * Locks a run and checks whether it can go on.
     *
     * @param here the current directory, which the run and paths in overrides are relative to
     * @param named the run directory
     * @param overrides {@code path=value}, for what may change
     * @param threads of everything that is done side by side; empty for what the experiment says
     * @throws RefusedException if it cannot go on; its report says why
     * @throws DamagedRunException if a file of a complete run is not as dnn wrote it
     * @throws dnn.run.directory.OccupiedRunDirectoryException if a training writes into the run now
     * @throws dnn.data.DataException if the data cannot be read
     * @throws IOException if it is no run, or cannot be read or written
     */
    public static ResumedTraining of(Path here, Path named, List<String> overrides, OptionalInt threads)
            throws IOException {
        RunToGoOn place = RunToGoOn.at(here.resolve(named));
        try {
            return of(place, here, named, overrides, threads);
        } catch (IOException | RuntimeException e) {
            place.close();
            throw e;
        }
    }

    private static ResumedTraining of(
            RunToGoOn place, Path here, Path named, List<String> overrides, OptionalInt threads) throws IOException {
        Path file = place.state().resolve(RunDirectory.EXPERIMENT);
        prove(place, named);
        CheckedExperiment checked = CheckedExperiment.of(here, loaded(file, overrides), CheckedExperiment.checker());
        if (checked.report().hasErrors()) {
            throw new RefusedException(checked.report());
        }
        CheckpointFolder checkpoints = new CheckpointFolder(place.state().resolve(RunDirectory.CHECKPOINTS));
        checkpoints.clean();
        CheckpointFolder.Found found = checkpoints.newest();
        Optional<Checkpoint> checkpoint = found.checkpoint();
        Experiment own = read(Files.readString(file));
        Experiment saved =
                checkpoint.isPresent() ? read(checkpoint.get().surroundings().experiment()) : own;
        List<ChangedValue> sinceSaved = ChangedValue.between(saved, checked.experiment());
        refuse(ResumeRules.kept(sinceSaved), checked.loaded());
        ReadyTraining ready = ReadyTraining.of(
                checked,
                threads.isPresent()
                        ? new ThreadBudget(threads.getAsInt())
                        : ThreadBudget.of(checked.experiment().engine()));
        try {
            EarlierEnd end = EarlierEnd.of(place.state());
            List<Diagnostic> obstacles =
                    new ArrayList<>(ResumeRules.data(place.state(), DirectoryTraining.fingerprint(ready.run())));
            checkpoint.ifPresent(from -> obstacles.addAll(ResumeRules.backend(
                    from.surroundings(), ready.run().choice().backend())));
            List<Diagnostic> ended = end.obstacles(
                    named.toString(),
                    own,
                    checked.experiment(),
                    ResumeRules.changeTraining(ChangedValue.between(own, checked.experiment())));
            obstacles.addAll(ended);
            // What a run that has ended wants is another advice than what one in the middle does: one is given.
            if (ended.isEmpty()) {
                checkpoint.ifPresent(from -> obstacles.addAll(ResumeRules.epochs(from.state(), checked.experiment())));
            }
            refuse(obstacles, checked.loaded());
            CheckReport report = ready.report()
                    .plus(new CheckReport(
                            found.messages().stream()
                                    .map(ResumeDiagnostics::damagedCheckpoint)
                                    .toList(),
                            Map.of()));
            boolean asSaved = !ResumeRules.changeTraining(sinceSaved);
            return new ResumedTraining(place, ready.run(), own, checkpoint, end, asSaved, report);
        } catch (IOException | RuntimeException e) {
            ready.run().choice().backend().close();
            throw e;
        }
    }

    /** A run that is complete has a manifest, which every file of it is held against before any is used. */
    private static void prove(RunToGoOn place, Path named) throws IOException {
        if (place.isComplete()) {
            ProvenFiles files = ProvenFiles.read(place.state());
            if (!files.damages().isEmpty()) {
                throw new DamagedRunException(named, files.damages());
            }
        }
    }

    /** The experiment as the run holds it: it stands alone, and reads no file outside the run. */
    private static LoadedExperiment loaded(Path file, List<String> overrides) {
        SourceText.Reading reading = SourceText.read(file, file.toString());
        SourceText text =
                reading.text().orElseThrow(() -> new RefusedException(new CheckReport(reading.findings(), Map.of())));
        return new ExperimentLoader(BaseResolver.none())
                .load(text, file.resolveSibling("").toAbsolutePath(), overrides);
    }

    private static void refuse(List<Diagnostic> obstacles, LoadedExperiment loaded) {
        if (!obstacles.isEmpty()) {
            throw new RefusedException(new CheckReport(
                    obstacles.stream()
                            .map(finding -> finding.at(loaded.spanOf(finding.path())))
                            .toList(),
                    loaded.sources()));
        }
    }

    private static Experiment read(String text) throws IOException {
        LoadedExperiment loaded = new ExperimentLoader(BaseResolver.none())
                .load(new SourceText(RunDirectory.EXPERIMENT, text), Path.of(""), List.of());
        if (!loaded.diagnostics().isEmpty()) {
            throw new IOException("its " + RunDirectory.EXPERIMENT + " no longer reads: "
                    + loaded.diagnostics().get(0).message());
        }
        return loaded.experiment();
    }

    /** The training that goes on. */
    public ExperimentRun run() {
        return run;
    }

    /** Every finding, none of them an error. */
    public CheckReport report() {
        return report;
    }

    /** From where it goes on, in words. */
    public String introduction() {
        if (end.isDone()) {
            return "goes on after epoch " + end.epochs() + ", where the run ended";
        }
        if (checkpoint.isEmpty()) {
            return "begins again: there is no checkpoint to go on from";
        }
        TrainingState state = checkpoint.get().state();
        return state.step() == 0
                ? "goes on from the checkpoint after epoch " + (state.epoch() - 1)
                : "goes on from the checkpoint in epoch " + state.epoch() + ", after step " + state.step();
    }

    /**
     * Goes on to the end and writes the run.
     *
     * @param listener told how training goes
     * @param stop asked before every step
     * @param findings what the check had to say, for the log
     * @throws IOException if the directory cannot be written
     */
    public DirectoryTraining.Outcome goOn(TrainingListener listener, BooleanSupplier stop, String findings)
            throws IOException {
        Optional<FoldTraining.Result> folds = isAsSaved
                ? own.training()
                        .crossValidation()
                        .flatMap(asked -> checkpoint.flatMap(
                                from -> FoldsText.read(from.surroundings().folds(), asked.folds())))
                : Optional.empty();
        DirectoryTraining.Start start = new DirectoryTraining.Start(
                end.isDone() ? Optional.of(stateAtEnd(listener, stop)) : checkpoint.map(Checkpoint::state),
                end.isDone()
                        ? end.seconds()
                        : checkpoint.map(Checkpoint::seconds).orElse(0.0),
                folds,
                !place.isComplete());
        try (RunDirectory directory = place.goOn()) {
            directory.log(introduction());
            return new DirectoryTraining(run, directory).goOn(start, listener, stop, findings);
        }
    }

    /** The state in which the run ended, trained again from its newest checkpoint if that is of an earlier step. */
    private TrainingState stateAtEnd(TrainingListener listener, BooleanSupplier stop) throws IOException {
        EndCatcher catcher = new EndCatcher();
        TrainingResult result = run.of(own).train(checkpoint.map(Checkpoint::state), catcher, stop);
        if (catcher.state.isEmpty()) {
            throw new InterruptedIOException("it was stopped before it had come to where the run ended");
        }
        if (!run.sha256(result.network()).equals(end.weightsSha256())) {
            listener.warned(
                    "trained again up to its end, the run has other weights than it had: with another Java or on"
                            + " another kind of processor the last bits may differ");
        }
        return catcher.state.get();
    }

    /** Waits for the state at the end of a training. */
    private static final class EndCatcher implements TrainingListener {
        private Optional<TrainingState> state = Optional.empty();

        @Override
        public void ended(Supplier<TrainingState> last) {
            state = Optional.of(last.get());
        }

        @Override
        public void epochEnded(EpochReport report) {
            // Told already when it was trained first.
        }
    }

    @Override
    public void close() throws IOException {
        run.choice().backend().close();
        place.close();
    }
}
