package dnn.engine.optimizer;

/** Whole powers by repeated squaring: the same bits everywhere, and unlike {@link StrictMath#pow} without memory. */
final class Powers {
    private Powers() {}

    /** base^exponent for an exponent of at least 0. */
    static double of(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
