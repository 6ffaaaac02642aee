package dnn.engine.metric;

import java.util.Arrays;

/** A figure of right and wrong predictions by class: of the positive class, the second, for two classes; the unweighted mean over all classes for more. */
final class ClassCounts implements Figure {
    private final OfClass figure;
    private long[] truePositives = {};
    private long[] falsePositives = {};
    private long[] falseNegatives = {};

    ClassCounts(OfClass figure) {
        this.figure = figure;
    }

    /** The figure of one class. */
    @FunctionalInterface
    interface OfClass {
        /** From items rightly found, wrongly found and missed. */
        double of(long truePositives, long falsePositives, long falseNegatives);
    }

    @Override
    public void clear() {
        Arrays.fill(truePositives, 0);
        Arrays.fill(falsePositives, 0);
        Arrays.fill(falseNegatives, 0);
    }

    @Override
    public void add(double[] outputs, double[] targets, int rows, int items) {
        int classes = Math.max(rows, 2);
        if (truePositives.length != classes) {
            truePositives = new long[classes];
            falsePositives = new long[classes];
            falseNegatives = new long[classes];
        }
        for (int i = 0; i < items; i++) {
            int predicted = Classes.of(outputs, rows, i);
            int actual = Classes.of(targets, rows, i);
            if (predicted == actual) {
                truePositives[actual]++;
            } else {
                falsePositives[predicted]++;
                falseNegatives[actual]++;
            }
        }
    }

    @Override
    public double value() {
        int classes = truePositives.length;
        if (classes == 0) {
            return Double.NaN;
        }
        if (classes == 2) {
            return of(1);
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += of(k);
        }
        return sum / classes;
    }

    private double of(int k) {
        return figure.of(truePositives[k], falsePositives[k], falseNegatives[k]);
    }
}
