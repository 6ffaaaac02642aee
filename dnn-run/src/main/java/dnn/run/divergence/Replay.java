package dnn.run.divergence;

import dnn.api.Experiment;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.config.BaseResolver;
import dnn.config.ExperimentLoader;
import dnn.config.LoadedExperiment;
import dnn.config.SourceText;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Backends;
import dnn.engine.network.ParameterTensor;
import dnn.engine.training.DivergedStep;
import dnn.engine.training.StepTrace;
import dnn.run.directory.DamagedRunException;
import dnn.run.directory.ProvenFiles;
import dnn.run.directory.RunDirectory;
import dnn.run.directory.Safetensors;
import dnn.run.directory.Safetensors.Tensor;
import dnn.run.saved.StoredWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The step that diverged, done once more from what the run directory keeps of it; the data is not needed. Immutable and
 * thread-safe.
 *
 * @param kept what the run says of the step
 * @param trace the step, layer by layer
 * @param lastSteps rows of {@code last-steps.csv} without the heading; empty where the run has none
 * @param backend id of the backend that did it
 */
public record Replay(StepFile kept, StepTrace trace, List<String> lastSteps, String backend) {
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
        String step = DivergenceFolder.file(DivergenceFolder.STEP);
        if (!files.has(step)) {
            throw new NothingToReplayException();
        }
        StepFile kept = StepFile.read(files.text(step));
        String numbers = DivergenceFolder.file(DivergenceFolder.NUMBERS);
        Experiment experiment = experiment(files);
        try (Backend backend = Backends.discovered().choose(experiment.engine()).backend()) {
            DivergedStep diverged = diverged(kept, Safetensors.read(files.bytes(numbers)));
            return new Replay(kept, StepTrace.of(experiment, backend, diverged), lastSteps(files), backend.id());
        } catch (IllegalArgumentException e) {
            throw new DamagedRunException(
                    run, numbers, "the tensors of a step of this network", String.valueOf(e.getMessage()));
        }
    }

    /** Tells whether numbers stop being finite this time, too. */
    public boolean happensAgain() {
        return trace.first().isPresent();
    }

    private static Experiment experiment(ProvenFiles files) throws IOException {
        String shown = files.run().resolve(RunDirectory.EXPERIMENT).toString();
        LoadedExperiment loaded = new ExperimentLoader(BaseResolver.none())
                .load(new SourceText(shown, files.text(RunDirectory.EXPERIMENT)), files.directory(), List.of());
        if (!loaded.diagnostics().isEmpty()) {
            throw new DamagedRunException(
                    files.run(),
                    RunDirectory.EXPERIMENT,
                    "an experiment that reads on its own",
                    loaded.diagnostics().get(0).message());
        }
        return loaded.experiment();
    }

    private static DivergedStep diverged(StepFile kept, List<Tensor> tensors) {
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
        Dataset batch = new Dataset(
                matrix(byName.get(DivergenceFolder.FEATURES)),
                matrix(byName.get(DivergenceFolder.TARGETS)),
                Optional.ofNullable(byName.get(DivergenceFolder.WEIGHTS)).map(Tensor::values),
                List.of());
        List<ParameterTensor> before = StoredWeights.parameters(parameters);
        return new DivergedStep(
                kept.first(),
                kept.training(),
                kept.epoch(),
                kept.step(),
                kept.stepsBefore(),
                kept.learningRate(),
                new int[0],
                batch,
                before);
    }

    private static Matrix matrix(@Nullable Tensor tensor) {
        if (tensor == null || tensor.shape().size() != 2) {
            throw new IllegalArgumentException("no X and Y of a batch");
        }
        return new Matrix(tensor.shape().get(1), tensor.shape().get(0), tensor.values());
    }

    private static List<String> lastSteps(ProvenFiles files) throws IOException {
        String name = DivergenceFolder.LAST_STEPS_FILE;
        return files.has(name) ? files.text(name).lines().skip(1).toList() : List.of();
    }
}
