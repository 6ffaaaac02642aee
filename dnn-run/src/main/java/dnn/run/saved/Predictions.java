package dnn.run.saved;

import dnn.api.dataset.Matrix;
import dnn.data.encoding.FittedTarget;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.metric.Outputs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The predictions of items, one after the other: for classes the label and the probability of each, for numbers the
 * numbers in their own units. Immutable and thread-safe.
 *
 * @param header the name of each column: {@code prediction}, then {@code probability_<label>}; with several targets
 *     {@code prediction_<target>}
 * @param rows of each item, a text or a number a column
 * @param remarks what does no harm but is worth knowing: missing cells that were filled, categories that training has
 *     not seen
 */
public record Predictions(List<String> header, List<List<Object>> rows, List<String> remarks) {
    public Predictions {
        remarks = List.copyOf(remarks);
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** A copy with these remarks. */
    Predictions remarks(List<String> others) {
        return new Predictions(header, rows, others);
    }

    /** The reading of outputs as a target. */
    static Predictions of(FittedTarget target, Outputs outputs) {
        return target.accept(new FittedTarget.Visitor<>() {
            @Override
            public Predictions classes(FittedTarget.Classes classes) {
                return ofClasses(classes.labels(), outputs);
            }

            @Override
            public Predictions numbers(FittedTarget.Numbers numbers) {
                return ofNumbers(numbers, outputs.values());
            }

            @Override
            public Predictions labels(FittedTarget.Labels labels) {
                return ofLabels(labels, outputs.activations());
            }
        });
    }

    private static Predictions ofClasses(List<String> labels, Outputs outputs) {
        Matrix probabilities = outputs.probabilities();
        List<String> header = new ArrayList<>(List.of("prediction"));
        labels.forEach(label -> header.add("probability_" + label));
        List<List<Object>> rows = new ArrayList<>(probabilities.columns());
        for (int i = 0; i < probabilities.columns(); i++) {
            List<Object> row = new ArrayList<>(List.of(labels.get(outputs.predicted(i))));
            for (int k = 0; k < probabilities.rows(); k++) {
                row.add(probabilities.get(k, i));
            }
            rows.add(List.copyOf(row));
        }
        return new Predictions(header, rows, List.of());
    }

    private static Predictions ofNumbers(FittedTarget.Numbers target, Matrix outputs) {
        double[] values = outputs.values().clone();
        Evaluation.toOwnUnits(target.units(), values, outputs.columns());
        List<String> names = target.names();
        List<String> header = names.size() == 1
                ? List.of("prediction")
                : names.stream().map(name -> "prediction_" + name).toList();
        List<List<Object>> rows = new ArrayList<>(outputs.columns());
        for (int i = 0; i < outputs.columns(); i++) {
            List<Object> row = new ArrayList<>();
            for (int k = 0; k < names.size(); k++) {
                row.add(values[i * names.size() + k]);
            }
            rows.add(List.copyOf(row));
        }
        return new Predictions(header, rows, List.of());
    }

    private static Predictions ofLabels(FittedTarget.Labels target, Matrix outputs) {
        List<String> header = new ArrayList<>();
        target.names().forEach(name -> header.add("prediction_" + name));
        target.names().forEach(name -> header.add("probability_" + name));
        List<List<Object>> rows = new ArrayList<>(outputs.columns());
        for (int i = 0; i < outputs.columns(); i++) {
            List<Object> row = new ArrayList<>();
            for (int k = 0; k < outputs.rows(); k++) {
                row.add(target.columns().get(k).labels().get(outputs.get(k, i) > 0.5 ? 1 : 0));
            }
            for (int k = 0; k < outputs.rows(); k++) {
                row.add(outputs.get(k, i));
            }
            rows.add(List.copyOf(row));
        }
        return new Predictions(header, rows, List.of());
    }

    /** The cells of one item as text. */
    public List<String> row(int item) {
        return rows.get(item).stream().map(String::valueOf).toList();
    }

    /** The cells of one item by their columns. */
    public Map<String, Object> object(int item) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int column = 0; column < header.size(); column++) {
            object.put(header.get(column), rows.get(item).get(column));
        }
        return object;
    }
}
