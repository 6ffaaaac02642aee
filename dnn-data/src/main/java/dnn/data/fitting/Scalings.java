package dnn.data.fitting;

import dnn.api.data.Scale;
import dnn.api.dataset.Scaling;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.ranking.NaNStrategy;

/** Finds scalings on the numbers of the training split. */
final class Scalings {
    private static final double FIRST_QUARTILE = 0.25;
    private static final double MEDIAN = 0.5;
    private static final double THIRD_QUARTILE = 0.75;
    private static final double PER_CENT = 100;

    private Scalings() {}

    /** The scaling of this kind that these finite numbers give; none for no numbers. */
    static Scaling of(Scale scale, double[] values) {
        if (values.length == 0 || scale == Scale.NONE) {
            return new Scaling(scale, 0, 1);
        }
        double[] transformed = scale == Scale.LOG
                ? Arrays.stream(values)
                        .map(value -> Scaling.transformed(scale, value))
                        .toArray()
                : values;
        Moments moments = Moments.of(transformed);
        return switch (scale) {
            case NONE -> Scaling.NONE;
            case MIN_MAX ->
                new Scaling(scale, moments.minimum(), moments.constant() ? 1 : moments.maximum() - moments.minimum());
            case STANDARDIZE, LOG -> new Scaling(scale, moments.mean(), moments.constant() ? 1 : moments.deviation());
            case ROBUST -> {
                double spread = quantile(values, THIRD_QUARTILE) - quantile(values, FIRST_QUARTILE);
                yield new Scaling(scale, quantile(values, MEDIAN), spread == 0 ? 1 : spread);
            }
        };
    }

    /**
     * The number below which this share of the numbers lies, interpolated linearly (Hyndman and Fan, 1996, definition
     * 7).
     */
    static double quantile(double[] values, double share) {
        if (share <= 0) {
            return Arrays.stream(values).min().orElse(Double.NaN);
        }
        return new Percentile()
                .withEstimationType(Percentile.EstimationType.R_7)
                .withNaNStrategy(NaNStrategy.FAILED)
                .evaluate(values, Math.min(share, 1) * PER_CENT);
    }
}
