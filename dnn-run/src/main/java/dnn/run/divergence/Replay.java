package dnn.run.divergence;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.Shape;
import dnn.config.CheckReport;
import dnn.config.LoadedExperiment;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Backends;
import dnn.engine.training.DivergedStep;
import dnn.engine.training.StepTrace;
import dnn.run.check.CheckedExperiment;
import dnn.run.directory.DamagedRunException;
import dnn.run.directory.ProvenFiles;
import dnn.run.directory.RunDirectory;
import dnn.run.directory.Safetensors;
import dnn.run.directory.Safetensors.Tensor;
import dnn.run.saved.StoredExperiment;
import dnn.run.saved.StoredWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The step that diverged, done once more from what the run directory keeps of it; the data is not needed. Immutable and
 * thread-safe.
 *
 * @param kept what the run says of the step
 * @param trace the step, layer by layer
 * @param lastSteps how numbers grew; empty where the run does not tell
 * @param backend id of the backend that did it
 */
public record Replay(StepFile kept, StepTrace trace, List<LastSteps.Row> lastSteps, String backend) {
    public Replay {
        lastSteps = List.copyOf(lastSteps);
    }

    /** A run that has no step to do again. */
    public static final class NothingToReplayException extends IOException {
        private static final long serialVersionUID = 1;

        NothingToReplayException() {
            super("its numbers stayed finite: it has no " + RunDirectory.DIVERGENCE + "/");
        }
    }

    /**
     * Does it.
     *
     * @throws NothingToReplayException if the run did not diverge
     * @throws DamagedRunException if a file of the run is not as dnn wrote it
     * @throws IOException if it is no run directory
     */
    public static Replay of(Path run) throws IOException {
        ProvenFiles files = ProvenFiles.read(run);
        if (!files.damages().isEmpty()) {
            throw new DamagedRunException(run, files.damages());
        }
        if (!files.has(RunDirectory.DIVERGED_STEP)) {
            throw new NothingToReplayException();
        }
        LoadedExperiment loaded = StoredExperiment.checked(files, CheckedExperiment.checker());
        StepFile kept = part(files, RunDirectory.DIVERGED_STEP, StepFile::read);
        DivergedStep step = step(files, kept, loaded);
        List<LastSteps.Row> lastSteps = files.has(RunDirectory.LAST_STEPS)
                ? part(files, RunDirectory.LAST_STEPS, text -> LastSteps.read(text, layers(loaded, step)))
                : List.of();
        Experiment experiment = loaded.experiment();
        try (Backend backend = Backends.discovered().choose(experiment.engine()).backend()) {
            return new Replay(kept, StepTrace.of(experiment, backend, step), lastSteps, backend.id());
        } catch (IllegalArgumentException e) {
            throw otherNumbers(files, String.valueOf(e.getMessage()));
        }
    }

    /** The content of a file; one that says something else is damaged. */
    private static <T> T part(ProvenFiles files, String file, Function<String, T> reading) throws IOException {
        try {
            return reading.apply(files.text(file));
        } catch (IllegalArgumentException e) {
            throw new DamagedRunException(
                    files.run(), file, "what training leaves there", String.valueOf(e.getMessage()));
        }
    }

    private static DamagedRunException otherNumbers(ProvenFiles files, String found) {
        return new DamagedRunException(
                files.run(), RunDirectory.DIVERGED_NUMBERS, "the tensors of a step of this network", found);
    }

    private static List<String> layers(LoadedExperiment loaded, DivergedStep step) {
        Shape inputs = Shape.of(step.batch().features().rows());
        return loaded.experiment().architecture().plan(inputs).layers().stream()
                .map(PlannedLayer::name)
                .toList();
    }

    /** Tells whether numbers stop being finite this time, too. */
    public boolean happensAgain() {
        return trace.first().isPresent();
    }

    /** Its tensors are held against the network before anything is made of that. */
    private static DivergedStep step(ProvenFiles files, StepFile kept, LoadedExperiment loaded) throws IOException {
        List<Tensor> tensors = tensors(files);
        Map<String, Tensor> byName = new HashMap<>();
        List<Tensor> parameters = new ArrayList<>();
        for (Tensor tensor : tensors) {
            if (tensor.name().startsWith(DivergenceFolder.PARAMETERS)) {
                parameters.add(new Tensor(
                        tensor.name().substring(DivergenceFolder.PARAMETERS.length()),
                        tensor.shape(),
                        tensor.values()));
            } else {
                byName.put(tensor.name(), tensor);
            }
        }
        Dataset batch;
        try {
            batch = new Dataset(
                    matrix(byName.get(DivergenceFolder.FEATURES)),
                    matrix(byName.get(DivergenceFolder.TARGETS)),
                    Optional.ofNullable(byName.get(DivergenceFolder.WEIGHTS)).map(Tensor::values),
                    List.of());
        } catch (IllegalArgumentException e) {
            throw otherNumbers(files, String.valueOf(e.getMessage()));
        }
        String file = files.run().resolve(RunDirectory.DIVERGED_NUMBERS).toString();
        CheckReport misfits = StoredWeights.misfits(loaded, batch.features().rows(), parameters, file);
        if (misfits.hasErrors()) {
            throw otherNumbers(files, misfits.diagnostics().get(0).message());
        }
        return new DivergedStep(
                kept.first(),
                kept.training(),
                kept.epoch(),
                kept.step(),
                kept.stepsBefore(),
                kept.learningRate(),
                new int[0],
                batch,
                StoredWeights.parameters(parameters));
    }

    private static List<Tensor> tensors(ProvenFiles files) throws IOException {
        byte[] bytes = files.bytes(RunDirectory.DIVERGED_NUMBERS);
        try {
            return Safetensors.read(bytes);
        } catch (IOException e) {
            throw otherNumbers(files, String.valueOf(e.getMessage()));
        }
    }

    private static Matrix matrix(@Nullable Tensor tensor) {
        if (tensor == null || tensor.shape().size() != 2 || tensor.values().length == 0) {
            throw new IllegalArgumentException("no X and Y of a batch");
        }
        return new Matrix(tensor.shape().get(1), tensor.shape().get(0), tensor.values());
    }
}
