package dnn.api.metric;

import dnn.api.loss.TargetKind;

/** A figure that says how good a network is, apart from its loss. */
public sealed interface Metric
        permits Accuracy,
                Precision,
                Recall,
                F1,
                MeanSquaredError,
                MeanAbsoluteError,
                RSquared,
                BalancedAccuracy,
                PrecisionMacro,
                PrecisionWeighted,
                RecallMacro,
                RecallWeighted,
                F1Macro,
                F1Weighted,
                RocAuc,
                PrAuc,
                LogLoss,
                BrierScore,
                CalibrationError,
                RootMeanSquaredError,
                MeanAbsolutePercentageError,
                ExplainedVariance,
                MedianAbsoluteError,
                CustomMetric {

    /** The kind of target this metric is defined for. */
    TargetKind targetKind();

    /** Tells whether a larger figure is a better one. */
    boolean higherIsBetter();

    /** Tells whether the figure is in the targets' unit, or its square, and not a share of something. */
    default boolean hasUnit() {
        return targetKind() == TargetKind.NUMBERS;
    }
}
