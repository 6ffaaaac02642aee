package dnn.data.fitting;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The description of finite numbers x_1 … x_m: their least and greatest, the mean (1/m) Σ x_i and the deviation √((1/m)
 * Σ (x_i − mean)²). NaN each for no numbers.
 *
 * @param minimum the least
 * @param maximum the greatest
 * @param mean the mean; of equal numbers exactly that number
 * @param deviation the standard deviation with divisor m; of equal numbers exactly 0
 */
record Moments(double minimum, double maximum, double mean, double deviation) {
    /** Squares of numbers beyond 2^±400 would leave the range of a double. */
    private static final int LARGEST_EXPONENT = 400;

    /** The moments of these numbers. */
    static Moments of(double[] values) {
        double minimum = StatUtils.min(values);
        double maximum = StatUtils.max(values);
        // The computed mean of equal numbers may differ from them in the last place, and the deviation from 0.
        if (minimum == maximum) {
            return new Moments(minimum, maximum, minimum, 0);
        }
        int exponent = Math.getExponent(Math.max(Math.abs(minimum), Math.abs(maximum)));
        int shift = Math.abs(exponent) > LARGEST_EXPONENT ? exponent : 0;
        double[] scaled = shift == 0
                ? values
                : Arrays.stream(values).map(value -> Math.scalb(value, -shift)).toArray();
        double mean = StatUtils.mean(scaled);
        double deviation = Math.sqrt(StatUtils.populationVariance(scaled, mean));
        return new Moments(minimum, maximum, Math.scalb(mean, shift), Math.scalb(deviation, shift));
    }

    /** Tells whether all numbers are equal. */
    boolean constant() {
        return minimum == maximum;
    }
}
