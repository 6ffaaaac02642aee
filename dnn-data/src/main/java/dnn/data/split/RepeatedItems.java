package dnn.data.split;

import dnn.data.table.RowHashes;
import java.util.Arrays;

/** Counts items of the validation and test split that the training split holds too. */
public final class RepeatedItems {
    private RepeatedItems() {}

    /** Items outside the training split that equal one inside it; none without hashes. */
    public static int count(SplitRows split, RowHashes hashes) {
        if (hashes.size() == 0) {
            return 0;
        }
        long[] trained =
                Arrays.stream(split.train()).mapToLong(hashes::hash).sorted().toArray();
        return repeated(split.validation(), hashes, trained) + repeated(split.test(), hashes, trained);
    }

    private static int repeated(int[] rows, RowHashes hashes, long[] trained) {
        int count = 0;
        for (int row : rows) {
            count += Arrays.binarySearch(trained, hashes.hash(row)) >= 0 ? 1 : 0;
        }
        return count;
    }
}
