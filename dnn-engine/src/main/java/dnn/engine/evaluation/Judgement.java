package dnn.engine.evaluation;

import dnn.api.Training;
import dnn.api.dataset.Dataset;
import dnn.api.loss.TargetKind;
import dnn.api.metric.Accuracy;
import dnn.api.metric.BalancedAccuracy;
import dnn.api.metric.BrierScore;
import dnn.api.metric.CalibrationError;
import dnn.api.metric.ExplainedVariance;
import dnn.api.metric.F1Macro;
import dnn.api.metric.LogLoss;
import dnn.api.metric.MeanAbsoluteError;
import dnn.api.metric.MeanAbsolutePercentageError;
import dnn.api.metric.MedianAbsoluteError;
import dnn.api.metric.Metric;
import dnn.api.metric.PrAuc;
import dnn.api.metric.RSquared;
import dnn.api.metric.RocAuc;
import dnn.api.metric.RootMeanSquaredError;
import dnn.api.random.RandomStream;
import dnn.api.random.RandomStreams;
import dnn.engine.metric.Figures;
import dnn.engine.metric.Interval;
import dnn.engine.metric.Meaning;
import dnn.engine.metric.Outputs;
import dnn.engine.metric.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Judges predictions of items that were kept for the end: each figure with the interval that chance in the choice of
 * items leaves it (Wilson's for shares of counts, else percentile bootstrap, Efron and Tibshirani, 1993, chapter 13;
 * none where all draws are alike, which says nothing of other items), and beside it the figure of saying the same for
 * every item, whatever its features: the share of each class in the training split, or the mean of the training
 * targets. Thread-safe.
 */
public final class Judgement {
    private static final int MOST_REPETITIONS = 1000;
    private static final int LEAST_REPETITIONS = 200;
    private static final int ITEMS_FOR_ALL_REPETITIONS = 500;
    private static final double CONFIDENCE = 0.95;
    private static final double LOWER_PER_CENT = 2.5;
    private static final double UPPER_PER_CENT = 97.5;

    private static final List<Metric> OF_CLASSES = List.of(
            new Accuracy(),
            new BalancedAccuracy(),
            new F1Macro(),
            new RocAuc(),
            new PrAuc(),
            new LogLoss(),
            new BrierScore(),
            new CalibrationError());

    private static final List<Metric> OF_NUMBERS = List.of(
            new RootMeanSquaredError(),
            new MeanAbsoluteError(),
            new MedianAbsoluteError(),
            new MeanAbsolutePercentageError(),
            new RSquared(),
            new ExplainedVariance());

    private final Figures figures;
    private final Figures figuresOfValues;
    private final int rows;
    private final int items;
    private final double[] outputs;
    private final double[] targets;

    private Judgement(Training training, Outputs predicted, Dataset data) {
        this.rows = data.targets().rows();
        this.items = data.items();
        this.outputs = predicted.values().values().clone();
        this.targets = data.targets().values().clone();
        Evaluation.toOwnUnits(data.units(), outputs, items);
        Evaluation.toOwnUnits(data.units(), targets, items);
        boolean classes = training.loss().targetKind() == TargetKind.CLASSES;
        List<Metric> all = new ArrayList<>(training.metricsFor(rows));
        all.addAll(classes ? OF_CLASSES : OF_NUMBERS);
        boolean severalLabels = Evaluation.hasSeveralLabels(training, rows);
        all.removeIf(metric -> metric.targetKind() != training.loss().targetKind());
        this.figures = new Figures(all, predicted.meaning(), severalLabels);
        this.figuresOfValues = new Figures(all, Meaning.VALUES, severalLabels);
    }

    /**
     * A figure with what it is to be compared with.
     *
     * @param value of the predictions
     * @param low lower end of the 95 % interval; NaN where there is none
     * @param high its upper end
     * @param baseline of saying the same for every item
     */
    public record Judged(double value, double low, double high, double baseline) {}

    /**
     * Judges predictions.
     *
     * @param training its metrics come first, then those that are customary for its kind of target
     * @param predicted what the network says of them, (n_L, m)
     * @param data the same items
     * @param baseline what is said for every item, probabilities or numbers; see {@link #baseline}
     * @param seed that items are drawn by
     * @return figures by their written names; empty without items
     */
    public static Map<String, Judged> of(
            Training training, Outputs predicted, Dataset data, double[] baseline, long seed) {
        return data.items() == 0
                ? Map.of()
                : new Judgement(training, predicted, data).judge(baseline, new RandomStreams(seed).stream("bootstrap"));
    }

    /** The mean of each row of Y: for classes their shares, which make the commonest the prediction. */
    public static double[] baseline(Dataset train) {
        double[] means = new double[train.targets().rows()];
        double[] values = train.targets().values().clone();
        Evaluation.toOwnUnits(train.units(), values, train.items());
        for (int i = 0; i < values.length; i++) {
            means[i % means.length] += values[i] / train.items();
        }
        return Arrays.stream(means).map(Rounding::of).toArray();
    }

    private Map<String, Judged> judge(double[] baseline, RandomStream stream) {
        double[] constant = new double[outputs.length];
        for (int i = 0; i < constant.length; i++) {
            constant[i] = baseline[i % rows];
        }
        Map<String, Double> values = figures(figures, outputs, targets);
        Map<String, Interval> shares = figures.intervals(CONFIDENCE);
        Map<String, Double> baselines = figures(figuresOfValues, constant, targets);
        List<Map<String, Double>> drawn = drawn(stream);
        Map<String, Judged> judged = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Interval interval = shares.containsKey(name) ? shares.get(name) : ofDraws(drawn, name);
            judged.put(
                    name,
                    new Judged(
                            value,
                            Rounding.of(interval.low()),
                            Rounding.of(interval.high()),
                            baselines.getOrDefault(name, Double.NaN)));
        });
        return judged;
    }

    /**
     * Between which the middle of the draws lies; where all are alike, as for a model without a mistake, nothing is
     * known.
     */
    private static Interval ofDraws(List<Map<String, Double>> drawn, String name) {
        double[] present = drawn.stream()
                .mapToDouble(figures -> figures.getOrDefault(name, Double.NaN))
                .filter(Double::isFinite)
                .toArray();
        if (Arrays.stream(present).distinct().count() < 2) {
            return Interval.NONE;
        }
        Percentile percentile = new Percentile();
        percentile.setData(present);
        return new Interval(percentile.evaluate(LOWER_PER_CENT), percentile.evaluate(UPPER_PER_CENT));
    }

    /** The figures of items drawn with replacement, again and again. */
    private List<Map<String, Double>> drawn(RandomStream stream) {
        List<Map<String, Double>> drawn = new ArrayList<>();
        double[] drawnOutputs = new double[outputs.length];
        double[] drawnTargets = new double[targets.length];
        for (int repetition = repetitions(); repetition > 0; repetition--) {
            for (int i = 0; i < items; i++) {
                int item = stream.nextInt(items);
                System.arraycopy(outputs, item * rows, drawnOutputs, i * rows, rows);
                System.arraycopy(targets, item * rows, drawnTargets, i * rows, rows);
            }
            drawn.add(figures(figures, drawnOutputs, drawnTargets));
        }
        return drawn;
    }

    private int repetitions() {
        return Math.max(
                LEAST_REPETITIONS,
                Math.min(MOST_REPETITIONS, MOST_REPETITIONS * ITEMS_FOR_ALL_REPETITIONS / Math.max(items, 1)));
    }

    private Map<String, Double> figures(Figures of, double[] predicted, double[] actual) {
        of.clear();
        of.add(predicted, actual, rows, items);
        return of.values();
    }
}
