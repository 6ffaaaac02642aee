package dnn.engine.metric;

import java.util.Arrays;

/** Items of a figure that needs all of them at once, collected batch by batch. */
final class Scored {
    private static final int INITIAL = 1024;

    private double[] outputs = {};
    private double[] targets = {};
    private int rows;
    private int items;

    /** True and predicted classes, of as many items as were asked about. */
    private int[] actual = {};

    private int[] predicted = {};
    private int classified;

    void clear() {
        items = 0;
        classified = 0;
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

    int items() {
        return items;
    }

    /** Numbers of an item. */
    int rows() {
        return rows;
    }

    /** How many classes the numbers of an item tell apart. */
    int classes() {
        return Math.max(rows, 2);
    }

    double output(int row, int item) {
        return outputs[item * rows + row];
    }

    double target(int row, int item) {
        return targets[item * rows + row];
    }

    /** The probability of a class; for one number an item, that is the probability of class 1. */
    double probability(int label, int item) {
        if (rows > 1) {
            return output(label, item);
        }
        return label == 1 ? output(0, item) : 1 - output(0, item);
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
            actual[classified] = Classes.of(targets, rows, classified);
            predicted[classified] = Classes.of(outputs, rows, classified);
        }
    }
}
