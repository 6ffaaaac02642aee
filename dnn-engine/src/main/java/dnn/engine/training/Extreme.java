package dnn.engine.training;

/**
 * The number of a tensor or of a layer's values that is farthest from 0, or the first that is not finite. Immutable and
 * thread-safe.
 *
 * @param value it, sign and all
 * @param row of a tensor, or the unit, from 0
 * @param column of a tensor, or the item of the batch, from 0
 * @param notFinite count of all that are not finite
 */
public record Extreme(double value, int row, int column, long notFinite) {
    /** The extreme of (rows, columns) numbers that lie column by column, as items do. */
    static Extreme ofItems(double[] values, int rows) {
        int at = farthest(values);
        return at < 0 ? nothing() : new Extreme(values[at], at % rows, at / rows, count(values));
    }

    /** The extreme of (rows, columns) numbers that lie row by row, as tensors do. */
    static Extreme ofTensor(double[] values, int columns) {
        int at = farthest(values);
        return at < 0 ? nothing() : new Extreme(values[at], at / columns, at % columns, count(values));
    }

    private static Extreme nothing() {
        return new Extreme(0, 0, 0, 0);
    }

    private static int farthest(double[] values) {
        int at = values.length == 0 ? -1 : 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                return i;
            }
            if (Math.abs(values[i]) > Math.abs(values[at])) {
                at = i;
            }
        }
        return at;
    }

    private static long count(double[] values) {
        long count = 0;
        for (double value : values) {
            count += Double.isFinite(value) ? 0 : 1;
        }
        return count;
    }

    /** Tells whether all are finite. */
    public boolean isFinite() {
        return notFinite == 0;
    }
}
