package dnn.run.outline;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Many numbers in a few: the least, the mean, the greatest, and the standard deviation (of all, so divided by their
 * count).
 *
 * @param least of them
 * @param mean of them
 * @param greatest of them
 * @param deviation standard deviation
 */
public record Spread(double least, double mean, double greatest, double deviation) {
    /** Of at least one number. */
    public static Spread of(double[] values) {
        return new Spread(
                Arrays.stream(values).min().orElse(Double.NaN),
                Arrays.stream(values).average().orElse(Double.NaN),
                Arrays.stream(values).max().orElse(Double.NaN),
                new StandardDeviation(false).evaluate(values));
    }
}
