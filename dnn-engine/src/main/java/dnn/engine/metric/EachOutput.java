package dnn.engine.metric;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

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
        forRows(rows);
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

    private void forRows(int rows) {
        if (figures.length != rows) {
            figures = new Figure[rows];
            for (int row = 0; row < rows; row++) {
                figures[row] = maker.get();
                figures[row].clear();
            }
        }
    }

    /** The count of outputs, then for each the length of its state and the state. */
    @Override
    public double[] state() {
        DoubleStream.Builder state = DoubleStream.builder();
        state.add(figures.length);
        for (Figure figure : figures) {
            double[] own = figure.state();
            state.add(own.length);
            Arrays.stream(own).forEach(state::add);
        }
        return state.build().toArray();
    }

    @Override
    public void restore(double[] state) {
        forRows((int) state[0]);
        int at = 1;
        for (Figure figure : figures) {
            int length = (int) state[at];
            figure.restore(Arrays.copyOfRange(state, at + 1, at + 1 + length));
            at += 1 + length;
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
