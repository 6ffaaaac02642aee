package dnn.engine.metric;

import dnn.api.metric.Accuracy;
import dnn.api.metric.F1;
import dnn.api.metric.MeanAbsoluteError;
import dnn.api.metric.MeanSquaredError;
import dnn.api.metric.Metric;
import dnn.api.metric.Precision;
import dnn.api.metric.RSquared;
import dnn.api.metric.Recall;
import dnn.engine.registry.Registry;

/** Which figure computes each declared metric. */
public final class Metrics {
    private Metrics() {}

    /**
     * One line for each declared metric; each figure made is new. TP, FP and FN are those of one class: accuracy counts right predictions, precision is TP/(TP +
     * FP), recall TP/(TP + FN), f1 2TP/(2TP + FP + FN).
     */
    public static Registry<Metric, Figure> registry() {
        return Registry.<Metric, Figure>of(Metric.class)
                .with(Accuracy.class, spec -> new ClassAccuracy())
                .with(Precision.class, spec -> new ClassCounts((tp, fp, fn) -> share(tp, tp + fp)))
                .with(Recall.class, spec -> new ClassCounts((tp, fp, fn) -> share(tp, tp + fn)))
                .with(F1.class, spec -> new ClassCounts((tp, fp, fn) -> share(2 * tp, 2 * tp + fp + fn)))
                .with(MeanSquaredError.class, spec -> new MeanError(error -> error * error))
                .with(MeanAbsoluteError.class, spec -> new MeanError(Math::abs))
                .with(RSquared.class, spec -> new ExplainedVariance());
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
