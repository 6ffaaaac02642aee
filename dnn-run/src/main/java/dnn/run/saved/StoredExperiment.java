package dnn.run.saved;

import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Severity;
import dnn.run.directory.DamagedRunException;
import dnn.run.directory.ProvenFiles;
import dnn.run.directory.RunDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The experiment of a run directory: it reads on its own, and what it says of its network has no errors. */
public final class StoredExperiment {
    /** Findings of training, initialization and data say nothing about what a network is made of. */
    private static final Set<Character> OF_TRAINING = Set.of('T', 'I', 'D');

    private StoredExperiment() {}

    /**
     * Reads it; nothing outside the directory is read.
     *
     * @throws DamagedRunException if it does not read on its own
     */
    static LoadedExperiment read(ProvenFiles files) throws IOException {
        String shown = files.run().resolve(RunDirectory.EXPERIMENT).toString();
        LoadedExperiment loaded = new ExperimentLoader(BaseResolver.none())
                .load(new SourceText(shown, files.text(RunDirectory.EXPERIMENT)), files.directory(), List.of());
        if (!loaded.diagnostics().isEmpty()) {
            throw refusal(files, loaded.diagnostics().get(0));
        }
        return loaded;
    }

    /**
     * Reads and checks it, so that a network can be made of it.
     *
     * @throws DamagedRunException if it does not read on its own, or cannot be the experiment of a run
     */
    public static LoadedExperiment checked(ProvenFiles files, CompletableFuture<Checker> checker) throws IOException {
        LoadedExperiment loaded = read(files);
        for (Diagnostic finding : checker.join().check(loaded, Optional.empty()).diagnostics()) {
            if (finding.severity() == Severity.ERROR
                    && !OF_TRAINING.contains(finding.code().charAt(0))) {
                throw refusal(files, finding);
            }
        }
        return loaded;
    }

    private static DamagedRunException refusal(ProvenFiles files, Diagnostic finding) {
        return new DamagedRunException(
                files.run(),
                RunDirectory.EXPERIMENT,
                "an experiment that reads on its own, every value written out",
                finding.message());
    }
}
