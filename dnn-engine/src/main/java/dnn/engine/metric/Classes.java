package dnn.engine.metric;

/** The class that a column of outputs or of one-hot targets means. */
final class Classes {
    private Classes() {}

    /** For one row class 1 where the probability exceeds ½, else 0; for more rows the first of the greatest. */
    static int of(Meaning meaning, double[] values, int rows, int item) {
        int from = item * rows;
        if (rows == 1) {
            return values[from] > meaning.threshold() ? 1 : 0;
        }
        int greatest = 0;
        for (int k = 1; k < rows; k++) {
            if (values[from + k] > values[from + greatest]) {
                greatest = k;
            }
        }
        return greatest;
    }
}
