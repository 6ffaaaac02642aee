package dnn.run.saved;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The prediction of one item. Immutable and thread-safe.
 *
 * @param values texts and numbers by their names: {@code prediction}, and for classes {@code probability_<label>}; with
 *     several targets {@code prediction_<target>}
 * @param remarks what does no harm but is worth knowing: missing cells that were filled, categories that training has
 *     not seen
 */
public record Prediction(Map<String, Object> values, List<String> remarks) {
    private static final String PREDICTION = "prediction";

    public Prediction {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        remarks = List.copyOf(remarks);
    }

    /**
     * The class that the one target most probably is.
     *
     * @throws IllegalStateException if the network predicts numbers, or several targets
     */
    public String label() {
        if (values.get(PREDICTION) instanceof String label) {
            return label;
        }
        throw new IllegalStateException("no class is predicted; there are: " + String.join(", ", values.keySet()));
    }

    /**
     * The number that the one target is, in its own units.
     *
     * @throws IllegalStateException if the network predicts classes, or several targets
     */
    public double number() {
        return number(PREDICTION);
    }

    /**
     * The probability of a class, from 0 to 1.
     *
     * @throws IllegalStateException if there is no such class
     */
    public double probability(String label) {
        return number("probability_" + label);
    }

    private double number(String name) {
        if (values.get(name) instanceof Double number) {
            return number;
        }
        throw new IllegalStateException(
                "no number is called `" + name + "`; there are: " + String.join(", ", values.keySet()));
    }
}
