package dnn.engine.metric;

import java.util.function.Supplier;

/** The mean over labels that an item may have together of a figure of each, as if it were told alone. */
final class EachOutput implements Figure {
    private final Supplier<Figure> maker;
    private Figure[] figures = {};
    private double[] outputs = {};
    private double[] targets = {};

    EachOutput(Supplier<Figure> maker) {
        this.maker = maker;
    }

    @Override
    public void clear() {
        for (Figure figure : figures) {
            figure.clear();
        }
    }

    @Override
    public void add(double[] allOutputs, double[] allTargets, int rows, int items) {
        if (figures.length != rows) {
            figures = new Figure[rows];
            for (int row = 0; row < rows; row++) {
                figures[row] = maker.get();
                figures[row].clear();
            }
        }
        if (outputs.length < items) {
            outputs = new double[items];
            targets = new double[items];
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < items; i++) {
                outputs[i] = allOutputs[i * rows + row];
                targets[i] = allTargets[i * rows + row];
            }
            figures[row].add(outputs, targets, 1, items);
        }
    }

    @Override
    public double value() {
        double sum = 0;
        for (Figure figure : figures) {
            sum += figure.value();
        }
        return figures.length == 0 ? Double.NaN : sum / figures.length;
    }
}
