package dnn.run.saved;

import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.api.shape.Shape;
import dnn.api.shape.TensorSpec;
import dnn.config.CheckReport;
import dnn.config.LoadedExperiment;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.ShapeDiagnostics;
import dnn.engine.network.ParameterTensor;
import dnn.run.directory.Safetensors.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tensors of a file of weights beside those that an architecture keeps. */
public final class StoredWeights {
    private StoredWeights() {}

    /** Every tensor that is missing, of another shape, or of no layer. */
    public static CheckReport misfits(LoadedExperiment loaded, int inputs, List<Tensor> stored, String file) {
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        stored.forEach(tensor -> shapes.put(tensor.name(), tensor.shape()));
        List<Diagnostic> findings = new ArrayList<>();
        Plan plan = loaded.experiment().architecture().plan(Shape.of(inputs));
        for (PlannedLayer layer : plan.layers()) {
            for (TensorSpec tensor : layer.tensors()) {
                String name = layer.name() + "." + tensor.role();
                List<Integer> found = shapes.containsKey(name) ? shapes.remove(name) : List.of();
                List<Integer> needed = tensor.shape().dimensions();
                if (!found.equals(needed)) {
                    findings.add(ShapeDiagnostics.storedWeights(layer.path(), file, name, found, needed)
                            .at(loaded.spanOf(layer.path() + ".units").or(() -> loaded.spanOf(layer.path()))));
                }
            }
        }
        shapes.forEach(
                (name, shape) -> findings.add(ShapeDiagnostics.storedWeights(Plan.LAYERS, file, name, shape, List.of())
                        .at(loaded.keySpanOf(Plan.LAYERS))));
        return new CheckReport(findings, loaded.sources());
    }

    /** The numbers as a network takes them. */
    public static List<ParameterTensor> parameters(List<Tensor> tensors) {
        return tensors.stream()
                .map(tensor -> {
                    int dot = tensor.name().lastIndexOf('.');
                    return new ParameterTensor(
                            tensor.name().substring(0, dot),
                            tensor.name().substring(dot + 1),
                            new Shape(tensor.shape()),
                            tensor.values());
                })
                .toList();
    }
}
