package dnn.run.check;

import dnn.api.EngineSettings;
import dnn.api.Experiment;
import dnn.api.data.Source;
import dnn.api.path.KeyPaths;
import dnn.api.profile.DataProfile;
import dnn.api.profile.MemoryNeed;
import dnn.config.CheckReport;
import dnn.config.LoadedExperiment;
import dnn.config.check.Checker;
import dnn.config.diagnostic.RunDiagnostics;
import dnn.data.PreparedData;
import dnn.engine.backend.Availability;
import dnn.engine.backend.Backend;
import dnn.engine.backend.BackendChoice;
import dnn.engine.backend.BackendProvider;
import dnn.engine.backend.Backends;
import dnn.engine.backend.Precision;
import dnn.engine.backend.UnusableBackendException;
import dnn.engine.probe.Probe;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out with the engine's help before training: whether its backend can run, whether its memory suffices, and what
 * one batch shows. Thread-safe.
 */
public final class Probing {
    /** Points are held as columns, as items, and by their splits. */
    private static final int COPIES = 3;

    private Probing() {}

    /**
     * The backend that the experiment asks for; whoever asks closes it.
     *
     * @throws RefusedException if it cannot be used here
     */
    public static BackendChoice backend(LoadedExperiment loaded) {
        return backend(loaded, loaded.experiment().engine());
    }

    /**
     * The backend that these settings, made of the experiment's, ask for; whoever asks closes it.
     *
     * @throws RefusedException if it cannot be used here
     */
    public static BackendChoice backend(LoadedExperiment loaded, EngineSettings settings) {
        try {
            return Backends.discovered().choose(settings);
        } catch (UnusableBackendException e) {
            throw new RefusedException(new CheckReport(
                    List.of(RunDiagnostics.backend(String.valueOf(e.getMessage()))
                            .at(loaded.spanOf(KeyPaths.ENGINE_BACKEND).or(() -> loaded.spanOf(KeyPaths.ENGINE)))),
                    loaded.sources()));
        }
    }

    /**
     * Tells whether the backend that the experiment names, if it does, can compute as asked. What the fastest one needs
     * of the JVM is there only where something is to be computed, so nothing is said of one that is not usable in this
     * process.
     *
     * @throws RefusedException if it cannot be used here
     */
    public static void chosenBackend(LoadedExperiment loaded) {
        EngineSettings engine = loaded.experiment().engine();
        Optional<BackendProvider> usable = engine.backend().equals(new EngineSettings.Backend.Auto())
                ? Optional.empty()
                : Backends.discovered()
                        .provider(engine.backend().id())
                        .filter(named -> named.availability() instanceof Availability.Usable);
        if (usable.isPresent()) {
            backend(loaded).backend().close();
        }
    }

    /**
     * The findings of a check that belong to this machine: points that do not fit into its memory and, where there is
     * no other error, a backend that cannot be used here.
     *
     * @param report of the checks of the text and the data
     */
    public static CheckReport machine(LoadedExperiment loaded, CheckReport report) {
        CheckReport points =
                CheckedExperiment.saysEnoughOfData(loaded) ? points(loaded) : new CheckReport(List.of(), Map.of());
        if (report.hasErrors() || points.hasErrors()) {
            return points;
        }
        try {
            chosenBackend(loaded);
            return points;
        } catch (RefusedException refused) {
            return points.plus(refused.report());
        }
    }

    /**
     * Tells whether the points of a built-in source fit into this JVM's memory; those of a table are known only once it
     * is read.
     */
    static CheckReport points(LoadedExperiment loaded) {
        Source source = loaded.experiment().data().source();
        if (source.declaredItems().isEmpty() || source.inputs().isEmpty()) {
            return new CheckReport(List.of(), Map.of());
        }
        long items = source.declaredItems().getAsInt();
        long numbers = items * (source.inputs().getAsInt() + 1L);
        MemoryNeed need = new MemoryNeed(0, 0, 0, 0, COPIES * numbers * Double.BYTES, numbers);
        return Checker.check(loaded, need, Runtime.getRuntime().maxMemory());
    }

    /** Tells whether training without errors fits into this JVM's memory. */
    public static CheckReport memory(CheckedExperiment checked, Precision precision) {
        Optional<DataProfile.SplitSizes> sizes = checked.profile().flatMap(DataProfile::split);
        Optional<Integer> inputs = checked.inputs();
        if (sizes.isEmpty() || inputs.isEmpty()) {
            return new CheckReport(List.of(), Map.of());
        }
        return Checker.check(
                checked.loaded(),
                Probe.memory(checked.experiment(), inputs.get(), sizes.get(), precision),
                Runtime.getRuntime().maxMemory());
    }

    /** Everything a probe of an experiment without errors shows, the data read for it. */
    public static CheckReport all(CheckedExperiment checked) {
        try (Backend backend = backend(checked.loaded()).backend()) {
            CheckReport memory = memory(checked, backend.precision());
            if (memory.hasErrors()) {
                return memory;
            }
            Experiment experiment = checked.experiment();
            PreparedData data = checked.data();
            return Checker.check(checked.loaded(), Probe.step(experiment, data.train(), backend));
        }
    }
}
