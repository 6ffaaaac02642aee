package dnn.launcher.run;

import dnn.api.dataset.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network says of items, one after the other.
 *
 * @param labels the classes, in the order of their numbers; none for a numeric target
 * @param values the predicted label or number of each item, as text
 * @param probabilities for classes (k, m), else (0, m)
 */
public record Predictions(List<String> labels, List<String> values, Matrix probabilities) {

    static Predictions ofClasses(List<String> labels, Matrix outputs) {
        int items = outputs.columns();
        Matrix probabilities = Matrix.zeros(labels.size(), items);
        List<String> values = new ArrayList<>(items);
        for (int i = 0; i < items; i++) {
            if (outputs.rows() == 1) {
                probabilities.set(0, i, 1 - outputs.get(0, i));
                probabilities.set(1, i, outputs.get(0, i));
            } else {
                for (int k = 0; k < outputs.rows(); k++) {
                    probabilities.set(k, i, outputs.get(k, i));
                }
            }
            values.add(labels.get(RunPlots.classOf(outputs, i)));
        }
        return new Predictions(labels, values, probabilities);
    }

    static Predictions ofNumbers(Matrix outputs) {
        List<String> values = new ArrayList<>(outputs.columns());
        for (int i = 0; i < outputs.columns(); i++) {
            values.add(Double.toString(outputs.get(0, i)));
        }
        return new Predictions(List.of(), values, Matrix.zeros(0, outputs.columns()));
    }

    /** The headings of {@link #row}: {@code prediction}, then {@code probability_<label>} for each class. */
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("prediction"));
        labels.forEach(label -> header.add("probability_" + label));
        return header;
    }

    /** The cells of one item. */
    public List<String> row(int item) {
        List<String> row = new ArrayList<>(List.of(values.get(item)));
        for (int k = 0; k < labels.size(); k++) {
            row.add(Double.toString(probabilities.get(k, item)));
        }
        return row;
    }
}
