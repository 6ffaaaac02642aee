package dnn.examples.plugin;

import dnn.engine.metric.Figure;

/** Computes {@link MaximumError}. */
final class MaximumErrorFigure implements Figure {
    private double greatest = Double.NaN;

    @Override
    public void clear() {
        greatest = Double.NaN;
    }

    @Override
    public void add(double[] outputs, double[] targets, int rows, int items) {
        for (int i = 0; i < rows * items; i++) {
            double error = Math.abs(outputs[i] - targets[i]);
            greatest = Double.isNaN(greatest) ? error : Math.max(greatest, error);
        }
    }

    @Override
    public double[] state() {
        return new double[] {greatest};
    }

    @Override
    public void restore(double[] state) {
        greatest = state[0];
    }

    @Override
    public double value() {
        return greatest;
    }
}
