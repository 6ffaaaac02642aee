package dnn.run.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The worth of probabilities of one class, over all thresholds: the ROC curve (recall over false positives), precision
 * over recall, and how often the class occurs where a probability says so (ten bins of equal width). Thread-safe.
 */
public final class ProbabilityCurves {
    private static final int BINS = 10;

    private ProbabilityCurves() {}

    /**
     * The three panels, as an SVG document.
     *
     * @param title above them
     * @param label of the class
     * @param probabilities that an item is of the class
     * @param positive whether it is, as many; of both kinds at least one
     */
    public static String draw(String title, String label, double[] probabilities, boolean[] positive) {
        List<double[]> curve = thresholds(probabilities, positive);
        double[] falsePositives = curve.get(0);
        double[] recalls = curve.get(1);
        double[] precisions = curve.get(2);
        double[] ends = {0, 1};
        double share = (double) count(positive) / positive.length;
        List<double[]> bins = bins(probabilities, positive);
        return LineChart.draw(
                title,
                List.of(
                        new LineChart.Panel(
                                "ROC",
                                "share of the others taken for " + label,
                                List.of(
                                        new LineChart.Series("share found", falsePositives, recalls, false),
                                        new LineChart.Series("by chance", ends, ends, true)),
                                false),
                        new LineChart.Panel(
                                "precision over recall",
                                "recall of " + label,
                                List.of(
                                        new LineChart.Series("precision", recalls, precisions, false),
                                        new LineChart.Series("by chance", ends, new double[] {share, share}, true)),
                                false),
                        new LineChart.Panel(
                                "calibration",
                                "probability of " + label,
                                List.of(
                                        new LineChart.Series("how often it is", bins.get(0), bins.get(1), false),
                                        new LineChart.Series("as said", ends, ends, true)),
                                false)));
    }

    private static int count(boolean[] positive) {
        return (int)
                IntStream.range(0, positive.length).filter(i -> positive[i]).count();
    }

    /**
     * False positive rate, recall and precision at each threshold, from the strictest on; items of equal probability
     * change sides together.
     */
    static List<double[]> thresholds(double[] probabilities, boolean[] positive) {
        Integer[] order = IntStream.range(0, probabilities.length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.comparingDouble((Integer i) -> probabilities[i]).reversed());
        int positives = count(positive);
        int negatives = positive.length - positives;
        List<double[]> points = new ArrayList<>();
        int found = 0;
        int wrong = 0;
        for (int k = 0; k < order.length; k++) {
            found += positive[order[k]] ? 1 : 0;
            wrong += positive[order[k]] ? 0 : 1;
            boolean last = k + 1 == order.length || probabilities[order[k + 1]] != probabilities[order[k]];
            if (last) {
                points.add(new double[] {
                    (double) wrong / negatives, (double) found / positives, (double) found / (found + wrong)
                });
            }
        }
        points.add(0, new double[] {0, 0, points.get(0)[2]});
        return List.of(row(points, 0), row(points, 1), row(points, 2));
    }

    /** Mean probability and share of the class in each bin that has items. */
    static List<double[]> bins(double[] probabilities, boolean[] positive) {
        double[] sums = new double[BINS];
        int[] items = new int[BINS];
        int[] positives = new int[BINS];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = Math.min(BINS - 1, (int) (BINS * probabilities[i]));
            sums[bin] += probabilities[i];
            items[bin]++;
            positives[bin] += positive[i] ? 1 : 0;
        }
        List<double[]> points = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (items[bin] > 0) {
                points.add(new double[] {sums[bin] / items[bin], (double) positives[bin] / items[bin]});
            }
        }
        return List.of(row(points, 0), row(points, 1));
    }

    private static double[] row(List<double[]> points, int index) {
        return points.stream().mapToDouble(point -> point[index]).toArray();
    }
}
