package dnn.data.split;

import dnn.api.profile.DataProfile.SplitSizes;

/** The rows of each split, from 0, in the order of the table; together every row once. */
public final class SplitRows {
    private final int[] train;
    private final int[] validation;
    private final int[] test;

    SplitRows(int[] train, int[] validation, int[] test) {
        this.train = train;
        this.validation = validation;
        this.test = test;
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

    /** How many rows each split has. */
    public SplitSizes sizes() {
        return new SplitSizes(train.length, validation.length, test.length);
    }
}
