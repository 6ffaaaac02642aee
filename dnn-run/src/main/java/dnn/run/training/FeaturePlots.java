package dnn.run.training;

import dnn.api.dataset.Dataset;
import dnn.api.dataset.Matrix;
import dnn.data.PreparedData;
import dnn.data.encoding.FittedColumn;
import dnn.data.encoding.FittedTarget;
import dnn.engine.evaluation.Evaluation;
import dnn.engine.network.Network;
import dnn.run.plot.DecisionRegions;
import dnn.run.plot.FittedLine;
import java.util.Arrays;
import java.util.List;

/** Pictures of what a network of one or two numeric features says everywhere, under the items. Thread-safe. */
final class FeaturePlots {
    private FeaturePlots() {}

    /** Regions of the classes in the plane of two features. */
    static String regions(
            String name,
            PreparedData data,
            FittedTarget.Classes target,
            List<FittedColumn.Numeric> features,
            Network network) {
        return DecisionRegions.draw(
                name,
                features.stream().map(FittedColumn.Numeric::name).toList(),
                target.labels(),
                points(data.train(), features),
                points(data.test(), features),
                points -> {
                    Matrix scaled = Matrix.zeros(2, points.columns());
                    for (int i = 0; i < points.columns(); i++) {
                        scaled.set(0, i, features.get(0).encode(points.get(0, i)));
                        scaled.set(1, i, features.get(1).encode(points.get(1, i)));
                    }
                    return network.predict(scaled);
                });
    }

    private static DecisionRegions.Points points(Dataset split, List<FittedColumn.Numeric> features) {
        int[] classes = new int[split.items()];
        Arrays.setAll(classes, i -> RunPlots.classOf(split.targets(), i));
        return new DecisionRegions.Points(
                numbers(split, 0, features.get(0)), numbers(split, 1, features.get(1)), classes);
    }

    /** The line through numbers over one feature. */
    static String line(String name, PreparedData data, FittedColumn.Numeric feature, String target, Network network) {
        FittedLine.Items train = items(data.train(), feature);
        FittedLine.Items test = items(data.test(), feature);
        double low = Math.min(least(train.x()), least(test.x()));
        double high = Math.max(greatest(train.x()), greatest(test.x()));
        double[] x = new double[FittedLine.STEPS + 1];
        Matrix scaled = Matrix.zeros(1, x.length);
        for (int i = 0; i < x.length; i++) {
            x[i] = low + (high - low) * i / FittedLine.STEPS;
            scaled.set(0, i, feature.encode(x[i]));
        }
        double[] y = network.predict(scaled).values().clone();
        Evaluation.toOwnUnits(data.train().units(), y, y.length);
        return FittedLine.draw(name, feature.name(), target, train, test, new FittedLine.Items(x, y));
    }

    private static FittedLine.Items items(Dataset split, FittedColumn.Numeric feature) {
        double[] y = split.targets().values().clone();
        Evaluation.toOwnUnits(split.units(), y, split.items());
        return new FittedLine.Items(numbers(split, 0, feature), y);
    }

    private static double[] numbers(Dataset split, int row, FittedColumn.Numeric feature) {
        double[] numbers = new double[split.items()];
        Arrays.setAll(numbers, i -> feature.decode(split.features().get(row, i)));
        return numbers;
    }

    private static double least(double[] numbers) {
        return Arrays.stream(numbers).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double greatest(double[] numbers) {
        return Arrays.stream(numbers).max().orElse(Double.NEGATIVE_INFINITY);
    }
}
