package dnn.launcher;

import dnn.api.Experiment;
import dnn.api.profile.DataProfile;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.check.CheckReport;
import dnn.config.check.Checker;
import dnn.data.DataLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that was read and checked against its data.
 *
 * @param loaded what was read
 * @param profile what is known about the data, unless the file says too little about it
 * @param report every finding
 */
public record CheckedExperiment(LoadedExperiment loaded, Optional<DataProfile> profile, CheckReport report) {

    /** The value that says where items come from. */
    private static final String SOURCE = "data.source";

    /** Reads and checks a file; whatever is wrong with it is in the report. */
    public static CheckedExperiment of(ExperimentLoader loader, Path file, String shownName, List<String> overrides) {
        LoadedExperiment loaded = loader.load(file, shownName, overrides);
        Optional<DataProfile> profile = Optional.empty();
        if (loaded.isReadable("data") && loaded.isReadable("training.loss")) {
            Experiment experiment = loaded.experiment();
            profile = Optional.of(new DataLoader(loaded.directoryOf(SOURCE))
                    .profile(experiment.data(), experiment.training().loss().targetKind(), experiment.seedInForce()));
        }
        return new CheckedExperiment(loaded, profile, new Checker().check(loaded, profile));
    }

    /** The experiment, where there are no errors. */
    public Experiment experiment() {
        return loaded.experiment();
    }

    /** The folder that the data's path is relative to. */
    public Path dataDirectory() {
        return loaded.directoryOf(SOURCE);
    }

    /** n_0 as the data gives it. */
    public Optional<Integer> inputs() {
        return profile.flatMap(known -> known.inputs().isPresent()
                ? Optional.of(known.inputs().getAsInt())
                : Optional.<Integer>empty());
    }
}
