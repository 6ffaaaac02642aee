package dnn.data.table;

/**
 * The description of finite numbers x_1 … x_m that come one after the other: their least and greatest, the mean (1/m) Σ
 * x_i and the deviation √((1/m) Σ (x_i − mean)²), in one pass (Welford, Note on a method for calculating corrected sums
 * of squares and products, 1962). NaN each for no numbers; of equal numbers the mean is exactly that number and the
 * deviation 0.
 */
final class RunningMoments {
    /**
     * Squares of numbers beyond 2^±400 would leave the range of a double: such numbers are multiplied by 2^∓600 before.
     */
    private static final int LARGEST_EXPONENT = 400;

    private static final int SHIFT = 600;

    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;
    private long count;
    private int shift = SHIFT;

    /** Adds a finite number. */
    void add(double number) {
        minimum = Math.min(minimum, number);
        maximum = Math.max(maximum, number);
        int needed = shiftOf(number);
        if (needed < shift) {
            mean = Math.scalb(mean, needed - shift);
            squares = Math.scalb(squares, 2 * (needed - shift));
            shift = needed;
        }
        count++;
        double scaled = shift == 0 ? number : Math.scalb(number, shift);
        double delta = scaled - mean;
        mean += delta / count;
        squares += delta * (scaled - mean);
    }

    private static int shiftOf(double number) {
        int exponent = Math.getExponent(number);
        if (exponent > LARGEST_EXPONENT) {
            return -SHIFT;
        }
        return exponent < -LARGEST_EXPONENT ? SHIFT : 0;
    }

    double minimum() {
        return count == 0 ? Double.NaN : minimum;
    }

    double maximum() {
        return count == 0 ? Double.NaN : maximum;
    }

    double mean() {
        return count == 0 ? Double.NaN : minimum == maximum ? minimum : Math.scalb(mean, -shift);
    }

    double deviation() {
        return count == 0 ? Double.NaN : minimum == maximum ? 0 : Math.scalb(Math.sqrt(squares / count), -shift);
    }
}
