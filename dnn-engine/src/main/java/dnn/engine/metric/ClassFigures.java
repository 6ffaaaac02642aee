package dnn.engine.metric;

import java.util.Optional;
import java.util.function.Function;
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

        /** {@link #precision} as counts. */
        Proportion found() {
            return new Proportion(truePositives, truePositives + falsePositives);
        }

        /** {@link #recall} as counts. */
        Proportion recalled() {
            return new Proportion(truePositives, truePositives + falseNegatives);
        }

        /** 2TP/(2TP + FP + FN). */
        double f1() {
            return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
        }

        /** Tells whether any item is of the class or was taken for it. */
        boolean isPresent() {
            return truePositives + falsePositives + falseNegatives > 0;
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

    /**
     * The mean over the classes that are in the targets or were predicted, all with the same weight: scikit-learn's
     * rule.
     */
    static double macro(Scored items, ToDoubleFunction<Counts> figure) {
        long[][] confusion = confusion(items);
        double sum = 0;
        int present = 0;
        for (int label = 0; label < confusion.length; label++) {
            Counts counts = counts(confusion, label);
            if (counts.isPresent()) {
                sum += figure.applyAsDouble(counts);
                present++;
            }
        }
        return sum / present;
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

    /** {@link #positiveOrMacro} of a share of counts, whose interval is known for two classes. */
    record Share(ToDoubleFunction<Counts> figure, Function<Counts, Proportion> proportion)
            implements Collected.OfItems {
        @Override
        public double of(Scored items) {
            return positiveOrMacro(items, figure);
        }

        @Override
        public Optional<Interval> interval(Scored items, double confidence) {
            return items.items() > 0 && items.classes() == 2
                    ? Optional.of(proportion.apply(counts(confusion(items), 1)).interval(confidence))
                    : Optional.empty();
        }
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
