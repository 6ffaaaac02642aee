package dnn.run.verification;

import dnn.api.path.KeyPaths;
import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.data.problem.DataException;
import dnn.engine.backend.Backend;
import dnn.engine.training.EpochReport;
import dnn.engine.training.ForwardingListener;
import dnn.engine.training.TrainingListener;
import dnn.run.check.CheckedExperiment;
import dnn.run.check.RefusedException;
import dnn.run.directory.Machine;
import dnn.run.directory.ProvenFiles;
import dnn.run.directory.RunDirectory;
import dnn.run.directory.StrictJson;
import dnn.run.saved.SavedRun;
import dnn.run.training.ExperimentRun;
import dnn.run.training.ReadyTraining;
import dnn.run.training.RunResult;
import dnn.run.training.ThreadBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Trains a run again from its own experiment, on the data that it was trained on, and compares every figure of every
 * epoch and the bits of the weights. Nothing is written. For one thread at a time.
 */
public final class RunVerifier {
    private static final String INTERRUPTED = "interrupted";

    private final ProvenFiles files;
    private final JsonNode result;

    private RunVerifier(ProvenFiles files) throws IOException {
        this.files = files;
        this.result = StrictJson.tree(files.text(RunDirectory.RESULT));
    }

    /**
     * Verifies a run.
     *
     * @param epochs how many to train again; all of them where that is not said
     * @param listener told how training goes
     * @throws dnn.run.directory.DamagedRunException if a file of the run is not as dnn wrote it
     * @throws DataException if the data is not what the run was trained on; the message names what changed
     * @throws RefusedException if the experiment has errors here, such as too little memory
     * @throws IOException if it is not a run directory
     */
    public static Verification verify(Path run, OptionalInt epochs, TrainingListener listener) throws IOException {
        try (SavedRun saved = SavedRun.open(run)) {
            saved.changeOfData().ifPresent(change -> {
                throw new DataException(change);
            });
        }
        return new RunVerifier(ProvenFiles.read(run)).train(epochs, listener);
    }

    private Verification train(OptionalInt asked, TrainingListener listener) throws IOException {
        int trained = result.path("epochs").asInt();
        int wanted = Math.min(trained, asked.orElse(trained));
        boolean cut = wanted < trained || result.path("status").asString("").equals(INTERRUPTED);
        ReadyTraining ready = ready();
        ExperimentRun training = ready.run();
        AtomicInteger done = new AtomicInteger();
        try (Backend backend = training.choice().backend()) {
            ExperimentRun.Fitted fitted = training.fit(counting(listener, done), () -> cut && done.get() >= wanted);
            String rows = RunDirectory.metrics(fitted.trained().epochs());
            RunResult now = fitted.result();
            boolean same =
                    now.weightsSha256().equals(result.path("weightsSha256").asString());
            return new Verification(
                    wanted,
                    MetricRows.first(files.text(RunDirectory.METRICS), rows, wanted),
                    cut ? Optional.empty() : Optional.of(same),
                    cut ? whyNoWeights(wanted, trained) : "",
                    surroundings(now, backend));
        }
    }

    private static String whyNoWeights(int wanted, int trained) {
        return wanted < trained
                ? "only " + wanted + " of " + trained + " epochs were trained again"
                : "the run was interrupted within an epoch";
    }

    /** The experiment as the run holds it; folds of a cross-validation train networks of their own. */
    private ReadyTraining ready() throws IOException {
        SourceText text = new SourceText(
                files.run().resolve(RunDirectory.EXPERIMENT).toString(), files.text(RunDirectory.EXPERIMENT));
        ExperimentLoader loader = new ExperimentLoader(BaseResolver.none());
        LoadedExperiment whole = loader.load(text, files.directory(), List.of());
        boolean folds = whole.experiment().training().crossValidation().isPresent();
        LoadedExperiment loaded = folds
                ? loader.load(text, files.directory(), List.of(KeyPaths.TRAINING_CROSS_VALIDATION + "=null"))
                : whole;
        CheckedExperiment checked = CheckedExperiment.of(files.directory(), loaded, CheckedExperiment.checker());
        if (checked.report().hasErrors()) {
            throw new RefusedException(checked.report());
        }
        return ReadyTraining.of(checked, ThreadBudget.of(checked.experiment().engine()));
    }

    private static TrainingListener counting(TrainingListener listener, AtomicInteger done) {
        return new ForwardingListener(listener) {
            @Override
            public void epochEnded(EpochReport report) {
                done.set(report.epoch());
                super.epochEnded(report);
            }
        };
    }

    private List<String> surroundings(RunResult now, Backend backend) {
        List<String> differing = new ArrayList<>();
        differs(differing, "dnn", Machine.dnn());
        differs(differing, "java", Machine.java());
        differs(differing, "processor", Machine.processor());
        differs(differing, "backend", backend.id());
        differs(differing, "precision", now.precision());
        return differing;
    }

    private void differs(List<String> differing, String what, String now) {
        String before = result.path(what).asString("not written down");
        if (!before.equals(now)) {
            differing.add(what + " was " + before + ", and is " + now);
        }
    }
}
