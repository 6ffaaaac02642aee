package dnn.engine.metric;

import java.util.function.DoubleUnaryOperator;

/** Mean over outputs and items of a function of a − y. */
final class MeanError implements Figure {
    private final DoubleUnaryOperator size;
    private double sum;
    private long count;

    MeanError(DoubleUnaryOperator size) {
        this.size = size;
    }

    @Override
    public void clear() {
        sum = 0;
        count = 0;
    }

    @Override
    public void add(double[] outputs, double[] targets, int rows, int items) {
        for (int i = 0; i < rows * items; i++) {
            sum += size.applyAsDouble(outputs[i] - targets[i]);
        }
        count += (long) rows * items;
    }

    @Override
    public double[] state() {
        return new double[] {sum, count};
    }

    @Override
    public void restore(double[] state) {
        sum = state[0];
        count = (long) state[1];
    }

    @Override
    public double value() {
        return count == 0 ? Double.NaN : sum / count;
    }
}
