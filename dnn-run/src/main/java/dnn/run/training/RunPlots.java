package dnn.run.training;

import dnn.api.Experiment;
import dnn.api.activation.Activation;
import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.api.grammar.Names;
import dnn.api.plan.Plan;
import dnn.api.plan.PlannedLayer;
import dnn.data.FittedColumn;
import dnn.data.FittedTarget;
import dnn.data.PreparedData;
import dnn.engine.EpochReport;
import dnn.engine.Network;
import dnn.engine.TrainingResult;
import dnn.engine.metric.Outputs;
import dnn.run.plot.ConfusionMatrix;
import dnn.run.plot.DecisionRegions;
import dnn.run.plot.LineChart;
import dnn.run.plot.NetworkDiagram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The pictures of a run, by file name. Thread-safe. */
public final class RunPlots {
    /** More panels of learning curves than this are not drawn. */
    private static final int PANEL_LIMIT = 4;

    /** A confusion matrix of more classes than this cannot be read. */
    private static final int CLASS_LIMIT = 40;

    private RunPlots() {}

    /** How each picture is drawn, by its file name. */
    static Map<String, Supplier<String>> of(
            Experiment experiment, PreparedData data, Plan plan, TrainingResult trained) {
        Map<String, Supplier<String>> plots = new LinkedHashMap<>();
        if (!trained.epochs().isEmpty()) {
            plots.put("learning-curves.svg", () -> learningCurves(experiment.name(), trained.epochs()));
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
                        () -> regions(experiment, data, classes, first, second, trained.network()));
            }
        }
        return plots;
    }

    private static String confusionMatrix(String name, PreparedData data, List<String> labels, Network network) {
        boolean tested = data.test().items() > 0;
        return ConfusionMatrix.draw(
                name + (tested ? ", test split" : ", training split"),
                labels,
                confusion(network, tested ? data.test() : data.train(), labels.size()));
    }

    private static String learningCurves(String name, List<EpochReport> epochs) {
        Set<String> figures = new LinkedHashSet<>();
        epochs.get(0).figures().keySet().forEach(key -> figures.add(key.substring(key.indexOf('.') + 1)));
        double[] x = LineChart.upTo(epochs.size());
        List<LineChart.Panel> panels = new ArrayList<>();
        for (String figure : figures) {
            List<LineChart.Series> series = new ArrayList<>();
            for (String split : List.of("train", "validation")) {
                String key = split + "." + figure;
                if (epochs.get(0).figures().containsKey(key)) {
                    double[] y = epochs.stream()
                            .mapToDouble(epoch -> epoch.figures().getOrDefault(key, Double.NaN))
                            .toArray();
                    series.add(new LineChart.Series(split, x, y, false));
                }
            }
            if (panels.size() < PANEL_LIMIT) {
                panels.add(new LineChart.Panel(name + ": " + figure, "epoch", series, figure.equals("loss")));
            }
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
    private static int classOf(Matrix targets, int item) {
        if (targets.rows() == 1) {
            return targets.get(0, item) > 0.5 ? 1 : 0;
        }
        int best = 0;
        for (int k = 1; k < targets.rows(); k++) {
            best = targets.get(k, item) > targets.get(best, item) ? k : best;
        }
        return best;
    }

    private static String regions(
            Experiment experiment,
            PreparedData data,
            FittedTarget.Classes target,
            FittedColumn.Numeric first,
            FittedColumn.Numeric second,
            Network network) {
        Dataset train = data.train();
        double[] x = new double[train.items()];
        double[] y = new double[train.items()];
        int[] classes = new int[train.items()];
        for (int i = 0; i < train.items(); i++) {
            x[i] = first.decode(train.features().get(0, i));
            y[i] = second.decode(train.features().get(1, i));
            classes[i] = classOf(train.targets(), i);
        }
        return DecisionRegions.draw(
                experiment.name(),
                List.of(first.name(), second.name()),
                target.labels(),
                new DecisionRegions.Points(x, y, classes),
                points -> {
                    Matrix scaled = Matrix.zeros(2, points.columns());
                    for (int i = 0; i < points.columns(); i++) {
                        scaled.set(0, i, first.encode(points.get(0, i)));
                        scaled.set(1, i, second.encode(points.get(1, i)));
                    }
                    return network.predict(scaled);
                });
    }
}
