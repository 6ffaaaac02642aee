package dnn.run.divergence;

import dnn.api.Experiment;
import dnn.api.dataset.Matrix;
import dnn.data.PreparedData;
import dnn.engine.network.ParameterTensor;
import dnn.engine.training.DivergedStep;
import dnn.run.directory.RunDirectory;
import dnn.run.directory.Safetensors;
import dnn.run.directory.Safetensors.NumberType;
import dnn.run.directory.Safetensors.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of {@code divergence/} in a run directory. */
public final class DivergenceFolder {
    static final String PARAMETERS = "parameters.";
    static final String FEATURES = "batch.X";
    static final String TARGETS = "batch.Y";
    static final String WEIGHTS = "batch.weights";

    private DivergenceFolder() {}

    /**
     * Its files but for the last steps, by their names in the run directory.
     *
     * @param described the words of the step
     */
    public static Map<String, byte[]> files(DivergedStep step, StepFile described) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(RunDirectory.DIVERGED_NUMBERS, Safetensors.encode(tensors(step), NumberType.F64));
        files.put(RunDirectory.DIVERGED_STEP, described.text().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** The words of a step. */
    public static StepFile describe(Experiment experiment, PreparedData data, DivergedStep step) {
        return StepFile.of(step, data.places(), LikelyCause.of(experiment, data, step));
    }

    private static List<Tensor> tensors(DivergedStep step) {
        List<Tensor> tensors = new ArrayList<>();
        for (ParameterTensor tensor : step.parameters()) {
            tensors.add(new Tensor(PARAMETERS + tensor.name(), tensor.shape().dimensions(), tensor.values()));
        }
        tensors.add(tensor(FEATURES, step.batch().features()));
        tensors.add(tensor(TARGETS, step.batch().targets()));
        step.batch().weights().ifPresent(weights -> tensors.add(new Tensor(WEIGHTS, List.of(weights.length), weights)));
        return tensors;
    }

    /** An item a row, as it lies in memory. */
    private static Tensor tensor(String name, Matrix matrix) {
        return new Tensor(name, List.of(matrix.columns(), matrix.rows()), matrix.values());
    }
}
