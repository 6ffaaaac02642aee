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
    /** The step, the first number that was not finite, the likely cause, and the rows of the batch. */
    static final String STEP = "step.json";

    /** Parameters before the step, and its batch. */
    static final String NUMBERS = "step.safetensors";

    /** The greatest |z| of each layer over the last steps, as the run directory names it. */
    public static final String LAST_STEPS_FILE = RunDirectory.DIVERGENCE + "/last-steps.csv";

    static final String PARAMETERS = "parameters.";
    static final String FEATURES = "batch.X";
    static final String TARGETS = "batch.Y";
    static final String WEIGHTS = "batch.weights";

    private DivergenceFolder() {}

    /** Its file of this name, as the run directory names it. */
    static String file(String name) {
        return RunDirectory.DIVERGENCE + "/" + name;
    }

    /** What is known of a step at once: its files by their names in the run directory. */
    public static Map<String, byte[]> files(Experiment experiment, PreparedData data, DivergedStep step) {
        StepFile described = describe(experiment, data, step);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(file(NUMBERS), Safetensors.encode(tensors(step), NumberType.F64));
        files.put(file(STEP), described.text().getBytes(StandardCharsets.UTF_8));
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
