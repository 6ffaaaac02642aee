package dnn.data.split;

import dnn.api.profile.DataProfile.SplitSizes;
import java.util.stream.IntStream;

/** The rows of each split, from 0, in the order of the table; together every row once. */
public final class SplitRows {
    private final int[] train;
    private final int[] validation;
    private final int[] test;

    /** The rows of each split, in the order of the table; handed over. */
    public SplitRows(int[] train, int[] validation, int[] test) {
        this.train = train;
        this.validation = validation;
        this.test = test;
    }

    /** Row i goes to part {@code partOf[keys[i]]}: 0 is training, 1 validation, 2 the test. */
    static SplitRows of(int[] partOf, int[] keys) {
        int[][] rows = new int[3][];
        for (int part = 0; part < rows.length; part++) {
            int wanted = part;
            rows[part] = IntStream.range(0, keys.length)
                    .filter(row -> partOf[keys[row]] == wanted)
                    .toArray();
        }
        return new SplitRows(rows[0], rows[1], rows[2]);
    }

    /** Rows to learn from; the object's own array. */
    public int[] train() {
        return train;
    }

    /** Rows to watch; the object's own array. */
    public int[] validation() {
        return validation;
    }

    /** Rows kept for the end; the object's own array. */
    public int[] test() {
        return test;
    }

    /** The number of rows of each split. */
    public SplitSizes sizes() {
        return new SplitSizes(train.length, validation.length, test.length);
    }
}
