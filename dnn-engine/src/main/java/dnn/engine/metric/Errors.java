package dnn.engine.metric;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.SecondMoment;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Figures of the differences of predicted and true numbers, the mean over outputs of those of each. */
final class Errors {
    private static final double LEAST = Math.ulp(1.0);

    private Errors() {}

    private interface OfOutput {
        double of(double[] outputs, double[] targets);
    }

    private static double overOutputs(Scored items, OfOutput figure) {
        double sum = 0;
        for (int row = 0; row < items.rows(); row++) {
            double[] outputs = new double[items.items()];
            double[] targets = new double[items.items()];
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] = items.output(row, i);
                targets[i] = items.target(row, i);
            }
            sum += figure.of(outputs, targets);
        }
        return sum / items.rows();
    }

    /** √ of the mean of (a − y)². */
    static double rootMeanSquared(Scored items) {
        return overOutputs(items, (outputs, targets) -> {
            double sum = 0;
            for (int i = 0; i < outputs.length; i++) {
                sum += (outputs[i] - targets[i]) * (outputs[i] - targets[i]);
            }
            return Math.sqrt(sum / outputs.length);
        });
    }

    /** Mean of |a − y|/max(|y|, 2⁻⁵²). */
    static double meanAbsolutePercentage(Scored items) {
        return overOutputs(items, (outputs, targets) -> {
            double sum = 0;
            for (int i = 0; i < outputs.length; i++) {
                sum += Math.abs(outputs[i] - targets[i]) / Math.max(Math.abs(targets[i]), LEAST);
            }
            return sum / outputs.length;
        });
    }

    /** Median of |a − y|. */
    static double medianAbsolute(Scored items) {
        return overOutputs(items, (outputs, targets) -> {
            double[] errors = new double[outputs.length];
            Arrays.setAll(errors, i -> Math.abs(outputs[i] - targets[i]));
            return new Median().evaluate(errors);
        });
    }

    /** 1 − Var(y − a)/Var(y); for a constant target 1 if the error is constant too, else 0. */
    static double explainedVariance(Scored items) {
        return overOutputs(items, (outputs, targets) -> {
            SecondMoment residual = new SecondMoment();
            SecondMoment total = new SecondMoment();
            for (int i = 0; i < outputs.length; i++) {
                residual.increment(targets[i] - outputs[i]);
                total.increment(targets[i]);
            }
            if (total.getResult() == 0) {
                return residual.getResult() == 0 ? 1 : 0;
            }
            return 1 - residual.getResult() / total.getResult();
        });
    }
}
