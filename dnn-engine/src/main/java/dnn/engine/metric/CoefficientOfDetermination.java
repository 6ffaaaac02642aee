package dnn.engine.metric;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * 1 − Σ(a − y)²/Σ(y − ȳ)², the mean over outputs; 1 for a constant target met exactly, 0 for one that is not. Σ(y − ȳ)²
 * is updated item by item (Welford, 1962), so that a large mean does not cancel it away.
 */
final class CoefficientOfDetermination implements Figure {
    /**
     * Of each output: the mean of its targets so far, the sum of their squared differences from it, and that of squared
     * errors.
     */
    private double[] mean = {};

    private double[] total = {};
    private double[] residual = {};
    private long count;

    @Override
    public void clear() {
        forRows(0);
    }

    @Override
    public void add(double[] outputs, double[] targets, int rows, int items) {
        if (total.length != rows) {
            forRows(rows);
        }
        for (int i = 0; i < items; i++) {
            count++;
            for (int k = 0; k < rows; k++) {
                double target = targets[i * rows + k];
                double error = outputs[i * rows + k] - target;
                double difference = target - mean[k];
                double share = difference / count;
                mean[k] += share;
                total[k] += (count - 1.0) * difference * share;
                residual[k] += error * error;
            }
        }
    }

    private void forRows(int rows) {
        mean = new double[rows];
        total = new double[rows];
        residual = new double[rows];
        count = 0;
    }

    /** The count of items, then means, squared differences and squared errors. */
    @Override
    public double[] state() {
        return Stream.of(new double[] {count}, mean, total, residual)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    @Override
    public void restore(double[] state) {
        int rows = (state.length - 1) / 3;
        forRows(rows);
        count = (long) state[0];
        System.arraycopy(state, 1, mean, 0, rows);
        System.arraycopy(state, 1 + rows, total, 0, rows);
        System.arraycopy(state, 1 + 2 * rows, residual, 0, rows);
    }

    @Override
    public double value() {
        double sum = 0;
        for (int k = 0; k < total.length; k++) {
            double variance = total[k];
            if (variance > 0) {
                sum += 1 - residual[k] / variance;
            } else if (residual[k] == 0) {
                sum += 1;
            } else if (Double.isNaN(residual[k])) {
                return Double.NaN;
            }
        }
        return total.length == 0 ? Double.NaN : sum / total.length;
    }
}
