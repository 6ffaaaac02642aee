package dnn.run.checkpoint;

import dnn.engine.training.EpochReport;
import dnn.engine.training.TrainingState;
import dnn.run.directory.Safetensors;
import dnn.run.directory.Safetensors.NumberType;
import dnn.run.directory.Safetensors.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The numbers of a state as tensors of one dimension, and back. What is exact in float32 is stored in it, number by
 * number the same; reports of epochs are a tensor for each figure.
 */
final class StateFile {
    private static final String REPORTS = "reports.";
    private static final String FIGURE = REPORTS + "figure.";
    private static final String EPOCH = REPORTS + "epoch";
    private static final String LEARNING_RATE = REPORTS + "learning_rate";
    private static final String SECONDS = REPORTS + "seconds";

    private StateFile() {}

    static byte[] encode(TrainingState state) {
        List<Tensor> tensors = new ArrayList<>();
        state.numbers().forEach((name, values) -> tensors.add(tensor(name, values)));
        List<EpochReport> reports = state.reports();
        tensors.add(tensor(EPOCH, column(reports, EpochReport::epoch)));
        tensors.add(tensor(LEARNING_RATE, column(reports, EpochReport::learningRate)));
        tensors.add(tensor(SECONDS, column(reports, EpochReport::seconds)));
        for (String figure : figures(state)) {
            tensors.add(tensor(
                    FIGURE + figure, column(reports, report -> report.figures().getOrDefault(figure, Double.NaN))));
        }
        return Safetensors.encode(tensors, StateFile::type);
    }

    /** Names of the figures that every epoch reports, in their order. */
    static List<String> figures(TrainingState state) {
        return state.reports().isEmpty()
                ? List.of()
                : List.copyOf(state.reports().get(0).figures().keySet());
    }

    private static Tensor tensor(String name, double[] values) {
        return new Tensor(name, List.of(values.length), values);
    }

    private static double[] column(List<EpochReport> reports, ToDoubleFunction<EpochReport> value) {
        return reports.stream().mapToDouble(value).toArray();
    }

    private static NumberType type(Tensor tensor) {
        for (double value : tensor.values()) {
            if (Double.doubleToRawLongBits((float) value) != Double.doubleToRawLongBits(value)) {
                return NumberType.F64;
            }
        }
        return NumberType.F32;
    }

    /**
     * The state that these tensors hold.
     *
     * @param figures names of the figures, in their order
     * @throws IllegalArgumentException if a tensor is missing, or reports have different lengths
     */
    static TrainingState decode(
            List<Tensor> tensors, List<String> figures, int epoch, int step, long steps, double seconds) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        tensors.forEach(tensor -> numbers.put(tensor.name(), tensor.values()));
        double[] epochs = taken(numbers, EPOCH);
        double[] rates = taken(numbers, LEARNING_RATE, epochs.length);
        double[] times = taken(numbers, SECONDS, epochs.length);
        List<Map<String, Double>> values = new ArrayList<>();
        for (int i = 0; i < epochs.length; i++) {
            values.add(new LinkedHashMap<>());
        }
        for (String figure : figures) {
            double[] column = taken(numbers, FIGURE + figure, epochs.length);
            for (int i = 0; i < column.length; i++) {
                values.get(i).put(figure, column[i]);
            }
        }
        List<EpochReport> reports = new ArrayList<>();
        for (int i = 0; i < epochs.length; i++) {
            reports.add(new EpochReport((int) epochs[i], values.get(i), rates[i], times[i]));
        }
        return new TrainingState(epoch, step, steps, seconds, reports, numbers);
    }

    private static double[] taken(Map<String, double[]> numbers, String name, int length) {
        double[] values = taken(numbers, name);
        if (values.length != length) {
            throw new IllegalArgumentException("`" + name + "` is not of " + length + " epochs");
        }
        return values;
    }

    private static double[] taken(Map<String, double[]> numbers, String name) {
        double[] values = numbers.remove(name);
        if (values == null) {
            throw new IllegalArgumentException("it has no `" + name + "`");
        }
        return values;
    }
}
