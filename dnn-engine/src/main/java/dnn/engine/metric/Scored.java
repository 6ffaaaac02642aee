package dnn.engine.metric;

import java.util.Arrays;
import org.apache.commons.math3.analysis.function.Sigmoid;
import org.apache.commons.math3.util.FastMath;

/**
 * Items of a figure that needs all of them at once, collected batch by batch; what is computed of an item is computed
 * once, when it is asked for.
 */
final class Scored {
    private static final int INITIAL = 1024;

    /** The least probability that is not from logits: of saying a class that does occur never occurs. */
    private static final double LEAST = Math.ulp(1.0);

    private static final Sigmoid SIGMOID = new Sigmoid();

    private final Meaning meaning;
    private double[] outputs = {};
    private double[] targets = {};
    private int rows;
    private int items;

    /** True and predicted classes, of as many items as were asked about. */
    private int[] actual = {};

    private int[] predicted = {};
    private int classified;

    /** Of classes by logits: max z, ln Σ e^(z − max z), and ln of that sum but for its greatest term. */
    private double[] greatest = {};

    private double[] logSum = {};
    private double[] logOthers = {};
    private int summed;

    Scored(Meaning meaning) {
        this.meaning = meaning;
    }

    void clear() {
        items = 0;
        classified = 0;
        summed = 0;
    }

    void add(double[] newOutputs, double[] newTargets, int newRows, int count) {
        rows = newRows;
        int size = (items + count) * rows;
        if (size > outputs.length) {
            outputs = Arrays.copyOf(outputs, Math.max(size + size / 2, INITIAL));
            targets = Arrays.copyOf(targets, outputs.length);
        }
        System.arraycopy(newOutputs, 0, outputs, items * rows, count * rows);
        System.arraycopy(newTargets, 0, targets, items * rows, count * rows);
        items += count;
    }

    /** Rows, then outputs and targets of all items. */
    double[] state() {
        int size = items * rows;
        double[] state = new double[1 + 2 * size];
        state[0] = rows;
        System.arraycopy(outputs, 0, state, 1, size);
        System.arraycopy(targets, 0, state, 1 + size, size);
        return state;
    }

    void restore(double[] state) {
        clear();
        int size = (state.length - 1) / 2;
        if (size > 0) {
            add(
                    Arrays.copyOfRange(state, 1, 1 + size),
                    Arrays.copyOfRange(state, 1 + size, state.length),
                    (int) state[0],
                    size / (int) state[0]);
        }
    }

    int items() {
        return items;
    }

    /** Numbers of an item. */
    int rows() {
        return rows;
    }

    /** The number of classes that the numbers of an item tell apart. */
    int classes() {
        return Math.max(rows, 2);
    }

    double output(int row, int item) {
        return outputs[item * rows + row];
    }

    double target(int row, int item) {
        return targets[item * rows + row];
    }

    /** The probability of a class; one number an item speaks of class 1. */
    double probability(int label, int item) {
        return switch (meaning) {
            case VALUES -> rows > 1 ? output(label, item) : label == 1 ? output(0, item) : 1 - output(0, item);
            case LOGITS -> SIGMOID.value(logit(label, item));
            case CLASS_LOGITS -> FastMath.exp(logProbability(label, item));
        };
    }

    /** Its logarithm; of probabilities that are not from logits kept between those of 2⁻⁵² and 1 − 2⁻⁵². */
    double logProbability(int label, int item) {
        return switch (meaning) {
            case VALUES -> FastMath.log(Math.max(LEAST, Math.min(1 - LEAST, probability(label, item))));
            case LOGITS -> {
                double logit = logit(label, item);
                yield Math.min(logit, 0) - FastMath.log1p(FastMath.exp(-Math.abs(logit)));
            }
            case CLASS_LOGITS -> {
                sum();
                yield output(label, item) - greatest[item] - logSum[item];
            }
        };
    }

    /**
     * A number in the order of a class's probabilities, with differences where those are 0 or 1: ln p/(1 − p) from
     * logits.
     */
    double rank(int label, int item) {
        return switch (meaning) {
            case VALUES -> probability(label, item);
            case LOGITS -> logit(label, item);
            case CLASS_LOGITS -> {
                sum();
                double shifted = output(label, item) - greatest[item];
                yield predicted(item) == label
                        ? -logOthers[item]
                        : shifted - FastMath.log(FastMath.exp(logSum[item]) - FastMath.exp(shifted));
            }
        };
    }

    private double logit(int label, int item) {
        return rows > 1 ? output(label, item) : label == 1 ? output(0, item) : -output(0, item);
    }

    /** The true class. */
    int actual(int item) {
        classify();
        return actual[item];
    }

    /** The predicted class. */
    int predicted(int item) {
        classify();
        return predicted[item];
    }

    /** Figures ask for an item's classes as often as there are classes. */
    private void classify() {
        if (classified == items) {
            return;
        }
        if (actual.length < items) {
            actual = Arrays.copyOf(actual, outputs.length / rows);
            predicted = Arrays.copyOf(predicted, actual.length);
        }
        for (; classified < items; classified++) {
            actual[classified] = Classes.of(Meaning.VALUES, targets, rows, classified);
            predicted[classified] = Classes.of(meaning, outputs, rows, classified);
        }
    }

    private void sum() {
        if (summed == items) {
            return;
        }
        if (greatest.length < items) {
            greatest = Arrays.copyOf(greatest, outputs.length / rows);
            logSum = Arrays.copyOf(logSum, greatest.length);
            logOthers = Arrays.copyOf(logOthers, greatest.length);
        }
        for (; summed < items; summed++) {
            int most = predicted(summed);
            double others = 0;
            greatest[summed] = output(most, summed);
            for (int k = 0; k < rows; k++) {
                others += k == most ? 0 : FastMath.exp(output(k, summed) - greatest[summed]);
            }
            logSum[summed] = FastMath.log1p(others);
            logOthers[summed] = FastMath.log(others);
        }
    }
}
