package dnn.run.training;

import dnn.api.Experiment;
import dnn.api.activation.Activation;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.grammar.Names;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.data.PreparedData;
import dnn.data.encoding.FittedColumn;
import dnn.data.encoding.FittedTarget;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.metric.Outputs;
import dnn.engine.network.Network;
import dnn.engine.training.EpochReport;
import dnn.engine.training.TrainingResult;
import dnn.run.plot.ConfusionMatrix;
import dnn.run.plot.LineChart;
import dnn.run.plot.NetworkDiagram;
import dnn.run.plot.ProbabilityCurves;
import dnn.run.plot.ScatterChart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;

/** The pictures of a run, by file name. Thread-safe. */
public final class RunPlots {
    /** A confusion matrix of more classes than this cannot be read. */
    private static final int CLASS_LIMIT = 40;

    private RunPlots() {}

    /** The drawing of each picture, by its file name. */
    static Map<String, Supplier<String>> of(
            Experiment experiment, PreparedData data, Plan plan, TrainingResult trained) {
        Map<String, Supplier<String>> plots = new LinkedHashMap<>();
        if (!trained.epochs().isEmpty()) {
            plots.put(
                    "learning-curves.svg",
                    () -> learningCurves(experiment.name(), trained.epochs(), trained.epochOfWeights()));
        }
        plots.put("network.svg", () -> NetworkDiagram.draw(experiment.name(), columns(plan, data)));
        if (data.preprocessor().target() instanceof FittedTarget.Classes classes) {
            if (classes.labels().size() <= CLASS_LIMIT) {
                plots.put(
                        "confusion-matrix.svg",
                        () -> confusionMatrix(experiment.name(), data, classes.labels(), trained.network()));
            }
            List<FittedColumn> features = data.preprocessor().columns();
            if (features.size() == 2
                    && data.preprocessor().inputs() == 2
                    && features.get(0) instanceof FittedColumn.Numeric first
                    && features.get(1) instanceof FittedColumn.Numeric second) {
                plots.put(
                        "decision-regions.svg",
                        () -> FeaturePlots.regions(
                                experiment.name(), data, classes, List.of(first, second), trained.network()));
            }
        }
        ofOutputs(experiment.name(), data, trained.network(), plots);
        return plots;
    }

    /**
     * Pictures of the outputs for the test split, or without one the training split: numbers beside the true ones,
     * probabilities over all thresholds.
     */
    private static void ofOutputs(
            String name, PreparedData data, Network network, Map<String, Supplier<String>> plots) {
        Dataset items = data.test().items() > 0 ? data.test() : data.train();
        String title = name + (data.test().items() > 0 ? ", test split" : ", training split");
        if (data.preprocessor().target() instanceof FittedTarget.Numbers
                && items.targets().rows() == 1) {
            plots.put("predictions.svg", () -> predictions(title, items, network));
            if (data.preprocessor().inputs() == 1
                    && data.preprocessor().columns().get(0) instanceof FittedColumn.Numeric feature) {
                String target = data.preprocessor().target().names().get(0);
                plots.put("fitted-line.svg", () -> FeaturePlots.line(name, data, feature, target, network));
            }
        } else if (data.preprocessor().target() instanceof FittedTarget.Classes classes
                && classes.labels().size() == 2) {
            boolean[] positive = new boolean[items.items()];
            int count = 0;
            for (int i = 0; i < positive.length; i++) {
                positive[i] = classOf(items.targets(), i) == 1;
                count += positive[i] ? 1 : 0;
            }
            if (count > 0 && count < positive.length) {
                plots.put("probabilities.svg", () -> {
                    Matrix outputs = network.predict(items.features());
                    double[] probabilities = new double[positive.length];
                    for (int i = 0; i < probabilities.length; i++) {
                        probabilities[i] = outputs.get(outputs.rows() - 1, i);
                    }
                    return ProbabilityCurves.draw(title, classes.labels().get(1), probabilities, positive);
                });
            }
        }
    }

    /** Predicted beside true numbers, and how far they are apart, in the target's own unit. */
    private static String predictions(String title, Dataset items, Network network) {
        double[] predicted = network.predict(items.features()).values().clone();
        double[] actual = items.targets().values().clone();
        Evaluation.toOwnUnits(items.units(), predicted, items.items());
        Evaluation.toOwnUnits(items.units(), actual, items.items());
        double[] residuals = new double[actual.length];
        Arrays.setAll(residuals, i -> predicted[i] - actual[i]);
        return ScatterChart.draw(
                title,
                List.of(
                        new ScatterChart.Panel("predictions", "true", "predicted", actual, predicted, true),
                        new ScatterChart.Panel(
                                "residuals", "predicted", "predicted − true", predicted, residuals, false)));
    }

    private static String confusionMatrix(String name, PreparedData data, List<String> labels, Network network) {
        boolean tested = data.test().items() > 0;
        return ConfusionMatrix.draw(
                name + (tested ? ", test split" : ", training split"),
                labels,
                confusion(network, tested ? data.test() : data.train(), labels.size()));
    }

    private static String learningCurves(String name, List<EpochReport> epochs, int kept) {
        Set<String> figures = new LinkedHashSet<>();
        epochs.get(0).figures().keySet().forEach(key -> figures.add(key.substring(key.indexOf('.') + 1)));
        double[] x = LineChart.upTo(epochs.size());
        OptionalDouble marked = kept > 0 ? OptionalDouble.of(kept) : OptionalDouble.empty();
        String epoch = "epoch" + (kept > 0 ? "  (dotted: " + kept + ", its weights are kept)" : "");
        List<LineChart.Panel> panels = new ArrayList<>();
        for (String figure : figures) {
            List<LineChart.Series> series = new ArrayList<>();
            for (String split : List.of("train", "validation")) {
                String key = split + "." + figure;
                if (epochs.get(0).figures().containsKey(key)) {
                    double[] y = epochs.stream()
                            .mapToDouble(report -> report.figures().getOrDefault(key, Double.NaN))
                            .toArray();
                    series.add(new LineChart.Series(split, x, y, false));
                }
            }
            panels.add(new LineChart.Panel(figure, epoch, series, figure.equals("loss"), marked, true));
        }
        double[] rates = epochs.stream().mapToDouble(EpochReport::learningRate).toArray();
        if (Arrays.stream(rates).distinct().count() > 1) {
            panels.add(new LineChart.Panel(
                    "learning rate",
                    epoch,
                    List.of(new LineChart.Series("learning_rate", x, rates, false)),
                    false,
                    marked,
                    false));
        }
        return LineChart.draw("Learning curves of " + name, panels);
    }

    private static List<NetworkDiagram.Column> columns(Plan plan, PreparedData data) {
        List<NetworkDiagram.Column> columns = new ArrayList<>();
        columns.add(new NetworkDiagram.Column(
                "X", plan.input().size(), data.train().features().rows() == 1 ? "feature" : "features", false, ""));
        for (PlannedLayer row : plan.layers()) {
            String dimensions = "";
            if (row.hasWeights()) {
                dimensions = "W[" + row.number() + "] " + row.tensors().get(0).shape();
            }
            String detail = row.spec()
                    .activationApplied()
                    .filter(activation -> !activation.isLinear())
                    .map(RunPlots::name)
                    .orElse(Names.of(row.spec().getClass()));
            columns.add(
                    new NetworkDiagram.Column(row.name(), row.output().size(), detail, row.hasWeights(), dimensions));
        }
        return columns;
    }

    private static String name(Activation activation) {
        return Names.of(activation.getClass());
    }

    private static int[][] confusion(Network network, Dataset data, int classes) {
        int[][] counts = new int[classes][classes];
        Outputs outputs = network.outputsOf(data.features());
        for (int i = 0; i < data.items(); i++) {
            counts[classOf(data.targets(), i)][outputs.predicted(i)]++;
        }
        return counts;
    }

    /** The class of an item: whether the one target exceeds ½, or the greatest of several. */
    static int classOf(Matrix targets, int item) {
        if (targets.rows() == 1) {
            return targets.get(0, item) > 0.5 ? 1 : 0;
        }
        int best = 0;
        for (int k = 1; k < targets.rows(); k++) {
            best = targets.get(k, item) > targets.get(best, item) ? k : best;
        }
        return best;
    }
}
