package dnn.engine.metric;

import java.util.function.ToDoubleFunction;

/** Figures of right and wrong predictions, by class and over classes. */
final class ClassFigures {
    private ClassFigures() {}

    /**
     * A figure of one class.
     *
     * @param truePositives items of the class that were found
     * @param falsePositives items of others that were taken for it
     * @param falseNegatives items of the class that were missed
     */
    record Counts(long truePositives, long falsePositives, long falseNegatives) {
        /** TP/(TP + FP), 0 where nothing was predicted. */
        double precision() {
            return share(truePositives, truePositives + falsePositives);
        }

        /** TP/(TP + FN), 0 without items. */
        double recall() {
            return share(truePositives, truePositives + falseNegatives);
        }

        /** 2TP/(2TP + FP + FN). */
        double f1() {
            return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
        }

        /** Items of the class. */
        long support() {
            return truePositives + falseNegatives;
        }
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** Items by their true class (row) and predicted class (column). */
    static long[][] confusion(Scored items) {
        long[][] confusion = new long[items.classes()][items.classes()];
        for (int i = 0; i < items.items(); i++) {
            confusion[items.actual(i)][items.predicted(i)]++;
        }
        return confusion;
    }

    /** The counts of one class. */
    static Counts counts(long[][] confusion, int label) {
        long predicted = 0;
        long actual = 0;
        for (int other = 0; other < confusion.length; other++) {
            predicted += confusion[other][label];
            actual += confusion[label][other];
        }
        long right = confusion[label][label];
        return new Counts(right, predicted - right, actual - right);
    }

    /** The mean of a figure over classes: all with the same weight. */
    static double macro(Scored items, ToDoubleFunction<Counts> figure) {
        long[][] confusion = confusion(items);
        double sum = 0;
        for (int label = 0; label < confusion.length; label++) {
            sum += figure.applyAsDouble(counts(confusion, label));
        }
        return sum / confusion.length;
    }

    /** The mean of a figure over classes, weighted by their items. */
    static double weighted(Scored items, ToDoubleFunction<Counts> figure) {
        long[][] confusion = confusion(items);
        double sum = 0;
        for (int label = 0; label < confusion.length; label++) {
            Counts counts = counts(confusion, label);
            sum += counts.support() * figure.applyAsDouble(counts);
        }
        return sum / items.items();
    }

    /** Of the positive class, the second, for two classes; the unweighted mean over all classes for more. */
    static double positiveOrMacro(Scored items, ToDoubleFunction<Counts> figure) {
        return items.classes() == 2 ? figure.applyAsDouble(counts(confusion(items), 1)) : macro(items, figure);
    }

    /** The mean recall of the classes that have items. */
    static double balancedAccuracy(Scored items) {
        long[][] confusion = confusion(items);
        double sum = 0;
        int classes = 0;
        for (int label = 0; label < confusion.length; label++) {
            Counts counts = counts(confusion, label);
            if (counts.support() > 0) {
                sum += counts.recall();
                classes++;
            }
        }
        return sum / classes;
    }
}
