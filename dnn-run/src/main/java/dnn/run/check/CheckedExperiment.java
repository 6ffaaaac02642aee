package dnn.run.check;

import dnn.api.Experiment;
import dnn.api.path.KeyPaths;
import dnn.api.profile.DataProfile;
import dnn.config.BaseResolver;
import dnn.config.CheckReport;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.config.check.Checker;
import dnn.config.yaml.ExperimentWriter;
import dnn.data.DataLoader;
import dnn.data.DataReading;
import dnn.data.PreparedData;
import dnn.data.problem.DataException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A file that was read and checked against its data. Immutable and thread-safe.
 *
 * @param loaded what was read
 * @param dataDirectory the folder that the data's path is relative to
 * @param profile what is known about the data, unless the file says too little about it
 * @param reading the data as it was read for that, if all that decides about it could be read
 * @param report every finding
 */
public record CheckedExperiment(
        LoadedExperiment loaded,
        Path dataDirectory,
        Optional<DataProfile> profile,
        Optional<DataReading> reading,
        CheckReport report) {

    /** Reads and checks a file, shown as it is named here; whatever is wrong with it is in the report. */
    public static CheckedExperiment of(Path directory, Path file, List<String> overrides) {
        return of(directory, file, overrides, checker());
    }

    private static LoadedExperiment loaded(Path directory, Path file, List<String> overrides) {
        return new ExperimentLoader(BaseResolver.files(directory)).load(directory, file, overrides);
    }

    /**
     * A checker in the making: it takes as long as reading an experiment and its data does, and is made beside that.
     */
    public static CompletableFuture<Checker> checker() {
        return CompletableFuture.supplyAsync(Checker::new);
    }

    /** Checks with a checker that may serve several files. */
    public static CheckedExperiment of(
            Path directory, Path file, List<String> overrides, CompletableFuture<Checker> checker) {
        return of(directory, loaded(directory, file, overrides), checker);
    }

    /** Checks an experiment declared in Java, through the text that means the same; findings stand in that text. */
    public static CheckedExperiment of(Path directory, Experiment experiment) {
        SourceText text = new SourceText(experiment.name(), ExperimentWriter.write(experiment));
        return of(directory, new ExperimentLoader(BaseResolver.none()).load(text, directory, List.of()), checker());
    }

    /** Checks what was read. */
    public static CheckedExperiment of(Path directory, LoadedExperiment loaded, CompletableFuture<Checker> checker) {
        Path dataDirectory = directory.resolve(loaded.directoryOf(KeyPaths.DATA_SOURCE));
        Optional<DataProfile> profile = Optional.empty();
        Optional<DataReading> reading = Optional.empty();
        CheckReport points = new CheckReport(List.of(), Map.of());
        if (saysEnoughOfData(loaded)) {
            points = Probing.points(loaded);
        }
        if (saysEnoughOfData(loaded) && !points.hasErrors()) {
            DataLoader loader = new DataLoader(dataDirectory);
            reading = reading(loaded, loader);
            profile = reading.map(DataReading::profile).or(() -> Optional.of(profile(loaded, loader)));
        }
        return new CheckedExperiment(
                loaded,
                dataDirectory,
                profile,
                reading,
                checker.join().check(loaded, profile).plus(points));
    }

    /** Tells whether all that decides about a profile could be read. */
    static boolean saysEnoughOfData(LoadedExperiment loaded) {
        return loaded.isReadable(KeyPaths.DATA) && loaded.isReadable(KeyPaths.TRAINING_LOSS);
    }

    /** Tells whether all that decides about the items of a training could be read. */
    static boolean saysEnoughOfItems(LoadedExperiment loaded) {
        return loaded.isReadable(KeyPaths.TRAINING_CLASS_WEIGHTS)
                && loaded.isReadable(KeyPaths.TRAINING_CROSS_VALIDATION);
    }

    private static Optional<DataReading> reading(LoadedExperiment loaded, DataLoader loader) {
        if (!saysEnoughOfItems(loaded)) {
            return Optional.empty();
        }
        Experiment experiment = loaded.experiment();
        return Optional.of(loader.read(experiment.data(), experiment.training(), experiment.seedInForce()));
    }

    /** The profile of the data where no more than the kind of its target is known. */
    private static DataProfile profile(LoadedExperiment loaded, DataLoader loader) {
        Experiment experiment = loaded.experiment();
        return loader.profile(experiment.data(), experiment.training().loss().targetKind(), experiment.seedInForce());
    }

    /** Reads and checks a file and leaves its data out. */
    public static CheckedExperiment withoutData(
            Path directory, Path file, List<String> overrides, CompletableFuture<Checker> checker) {
        return withoutData(directory, loaded(directory, file, overrides), checker);
    }

    /** Checks what was read and leaves its data out. */
    public static CheckedExperiment withoutData(
            Path directory, LoadedExperiment loaded, CompletableFuture<Checker> checker) {
        return new CheckedExperiment(
                loaded,
                directory.resolve(loaded.directoryOf(KeyPaths.DATA_SOURCE)),
                Optional.empty(),
                Optional.empty(),
                checker.join().check(loaded, Optional.empty()));
    }

    /** The experiment, where there are no errors. */
    public Experiment experiment() {
        return loaded.experiment();
    }

    /**
     * Everything training needs of the data, read again only where the check could not keep it.
     *
     * @throws DataException if the data changed since it was checked
     */
    public PreparedData data() {
        Experiment experiment = experiment();
        return reading.map(DataReading::load)
                .orElseGet(() -> new DataLoader(dataDirectory)
                        .load(experiment.data(), experiment.training(), experiment.seedInForce()));
    }

    /** n_0 as the data gives it. */
    public Optional<Integer> inputs() {
        return profile.flatMap(known ->
                known.inputs().isPresent() ? Optional.of(known.inputs().getAsInt()) : Optional.<Integer>empty());
    }
}
