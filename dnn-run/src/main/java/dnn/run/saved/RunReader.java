package dnn.run.saved;

import dnn.api.Experiment;
import dnn.api.loss.TargetKind;
import dnn.api.plan.Plan;
import dnn.api.shape.Shape;
import dnn.config.CheckReport;
import dnn.config.LoadedExperiment;
import dnn.config.check.Checker;
import dnn.config.diagnostic.UserText;
import dnn.data.encoding.FittedTarget;
import dnn.data.encoding.Preprocessor;
import dnn.engine.backend.Backend;
import dnn.engine.backend.Backends;
import dnn.engine.network.Network;
import dnn.run.check.CheckedExperiment;
import dnn.run.directory.DamagedRunException;
import dnn.run.directory.DataFingerprint;
import dnn.run.directory.PreprocessingFile;
import dnn.run.directory.ProvenFiles;
import dnn.run.directory.RunDirectory;
import dnn.run.directory.Safetensors;
import dnn.run.directory.Safetensors.NumberType;
import dnn.run.directory.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.core.JacksonException;

/**
 * Reads the parts of a run, each only once those that it has to fit are known to be in order; what does not fit is
 * refused in words, whoever wrote it.
 */
final class RunReader {
    private static final String OF_TRAINED = "what training leaves there";

    private final ProvenFiles files;

    private RunReader(ProvenFiles files) {
        this.files = files;
    }

    /**
     * The parts that a run is used from.
     *
     * @param experiment as it was resolved
     * @param preprocessor what was fitted
     * @param result what came out
     * @param tensors the saved weights, which fit the experiment
     * @param proven whether the files were compared with a manifest
     * @param data what it was trained on
     */
    record Parts(
            Experiment experiment,
            Preprocessor preprocessor,
            StoredResult result,
            List<Tensor> tensors,
            boolean proven,
            TrainedData data) {}

    static SavedRun open(Path run) throws IOException {
        ProvenFiles files = ProvenFiles.read(run);
        if (!files.damages().isEmpty()) {
            throw damaged(files);
        }
        Parts parts = new RunReader(files).parts(CheckedExperiment.checker());
        Backend backend =
                Backends.discovered().choose(parts.experiment().engine()).backend();
        try {
            Network network =
                    Network.initialized(parts.experiment(), parts.preprocessor().inputs(), backend);
            network.setParameters(StoredWeights.parameters(parts.tensors()));
            return new SavedRun(parts, backend, network);
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    private Parts parts(CompletableFuture<Checker> checker) throws IOException {
        LoadedExperiment loaded = StoredExperiment.checked(files, checker);
        Preprocessor preprocessor = preprocessor(loaded.experiment());
        Optional<String> problem = StoredResult.problem(files.text(RunDirectory.RESULT), preprocessor.target());
        if (problem.isPresent()) {
            throw refusal(RunDirectory.RESULT, OF_TRAINED, problem.get());
        }
        StoredResult result = StoredResult.of(files.text(RunDirectory.RESULT));
        List<Tensor> tensors = tensors(loaded, preprocessor.inputs());
        NumberType type = result.precision().equals("float32") ? NumberType.F32 : NumberType.F64;
        String found = Safetensors.sha256(tensors, type);
        if (!found.equals(result.weightsSha256())) {
            throw refusal(
                    RunDirectory.WEIGHTS,
                    "tensors with the SHA-256 " + result.weightsSha256() + ", as result.json says",
                    "the SHA-256 " + found);
        }
        TrainedData data = new TrainedData(loaded.experiment(), files.directory(), fingerprint());
        return new Parts(loaded.experiment(), preprocessor, result, tensors, files.proven(), data);
    }

    /** Weights that another run left, or an experiment that was edited, is said by what does not fit. */
    private static IOException damaged(ProvenFiles files) {
        Set<String> known = Set.of(RunDirectory.EXPERIMENT, RunDirectory.WEIGHTS);
        if (files.damages().stream().allMatch(damage -> known.contains(damage.file()))
                && known.stream().allMatch(files::has)) {
            try {
                RunReader reader = new RunReader(files);
                LoadedExperiment loaded = StoredExperiment.read(files);
                reader.tensors(loaded, reader.preprocessor(loaded.experiment()).inputs());
            } catch (MisfitWeightsException e) {
                return e;
            } catch (IOException e) {
                // What differs from the manifest says it better than what follows from it.
                return new DamagedRunException(files.run(), files.damages());
            }
        }
        return new DamagedRunException(files.run(), files.damages());
    }

    private Preprocessor preprocessor(Experiment experiment) throws IOException {
        Preprocessor fitted;
        try {
            fitted = PreprocessingFile.read(files.text(RunDirectory.PREPROCESSING))
                    .orElseThrow(() -> refusal(RunDirectory.PREPROCESSING, OF_TRAINED, "null"));
        } catch (JacksonException e) {
            throw refusal(RunDirectory.PREPROCESSING, OF_TRAINED, "another text");
        }
        Optional<String> problem = FittedCheck.problem(fitted).or(() -> mismatch(experiment, fitted));
        if (problem.isPresent()) {
            throw refusal(RunDirectory.PREPROCESSING, "what was fitted for this experiment", problem.get());
        }
        return fitted;
    }

    /** The mismatch between what was fitted and the experiment that stands beside it, in words. */
    private static Optional<String> mismatch(Experiment experiment, Preprocessor fitted) {
        FittedTarget target = fitted.target();
        if (experiment
                .data()
                .source()
                .table()
                .filter(table -> !table.targetNames().equals(target.names()))
                .isPresent()) {
            return Optional.of("the target " + UserText.list(target.names(), 3));
        }
        boolean numbers = target instanceof FittedTarget.Numbers;
        boolean binary = !numbers && !(target instanceof FittedTarget.Classes classes && !classes.binary());
        if (numbers != (experiment.training().loss().targetKind() == TargetKind.NUMBERS)
                || binary != experiment.training().loss().isBinary()) {
            return Optional.of("a target of another kind than its loss has");
        }
        Plan plan = experiment.architecture().plan(Shape.of(fitted.inputs()));
        if (experiment.architecture().inputs().isPresent()
                && experiment.architecture().inputs().getAsInt() != fitted.inputs()) {
            return Optional.of(UserText.count(fitted.inputs(), "input"));
        }
        return plan.output().equals(Shape.of(target.width()))
                ? Optional.empty()
                : Optional.of(UserText.count(target.width(), "output"));
    }

    private Optional<DataFingerprint> fingerprint() throws IOException {
        try {
            return files.data();
        } catch (DamagedRunException e) {
            throw e;
        } catch (IOException e) {
            throw refusal(RunDirectory.DATA, OF_TRAINED, "another text");
        }
    }

    private List<Tensor> tensors(LoadedExperiment loaded, int inputs) throws IOException {
        List<Tensor> tensors;
        try {
            tensors = Safetensors.read(files.bytes(RunDirectory.WEIGHTS));
        } catch (DamagedRunException e) {
            throw e;
        } catch (IOException e) {
            throw refusal(RunDirectory.WEIGHTS, "a file in the safetensors format", String.valueOf(e.getMessage()));
        }
        String file = files.run().resolve(RunDirectory.WEIGHTS).toString();
        CheckReport misfits = StoredWeights.misfits(loaded, inputs, tensors, file);
        if (misfits.hasErrors()) {
            throw new MisfitWeightsException(misfits);
        }
        for (Tensor tensor : tensors) {
            for (double value : tensor.values()) {
                if (!Double.isFinite(value)) {
                    throw refusal(
                            RunDirectory.WEIGHTS,
                            "finite numbers",
                            value + " in the tensor " + UserText.quote(tensor.name()));
                }
            }
        }
        return tensors;
    }

    private DamagedRunException refusal(String file, String expected, String found) {
        return new DamagedRunException(files.run(), file, expected, found);
    }
}
