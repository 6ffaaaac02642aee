package dnn.engine.metric;

import org.apache.commons.math3.stat.descriptive.moment.SecondMoment;

/**
 * 1 − Σ(a − y)²/Σ(y − ȳ)², the mean over outputs; 1 for a constant target met exactly, 0 for one that is not. Σ(y − ȳ)² is updated item by item (Welford, 1962),
 * so that a large mean does not cancel it away.
 */
final class CoefficientOfDetermination implements Figure {
    private SecondMoment[] total = {};
    private double[] residual = {};

    @Override
    public void clear() {
        total = new SecondMoment[0];
        residual = new double[0];
    }

    @Override
    public void add(double[] outputs, double[] targets, int rows, int items) {
        if (total.length != rows) {
            total = new SecondMoment[rows];
            residual = new double[rows];
            for (int k = 0; k < rows; k++) {
                total[k] = new SecondMoment();
            }
        }
        for (int i = 0; i < items; i++) {
            for (int k = 0; k < rows; k++) {
                double target = targets[i * rows + k];
                double error = outputs[i * rows + k] - target;
                total[k].increment(target);
                residual[k] += error * error;
            }
        }
    }

    @Override
    public double value() {
        double sum = 0;
        for (int k = 0; k < total.length; k++) {
            double variance = total[k].getResult();
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
