package dnn.data;

import dnn.data.split.SplitRows;
import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import java.util.Arrays;
import java.util.List;

/**
 * Counts items of the validation and test split that the training split holds too. Rows are compared by 64-bit hashes: among a million rows two different ones are
 * taken for equal with a probability of about 10⁻⁷.
 */
final class RepeatedItems {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private RepeatedItems() {}

    /** Items outside the training split that equal one inside it in all these columns; none without columns. */
    static int count(SplitRows split, List<Column> columns) {
        int items = columns.isEmpty() ? 0 : columns.get(0).items();
        long[] hashes = new long[items];
        if (items == 0) {
            return 0;
        }
        for (Column column : columns) {
            if (column instanceof CodedColumn coded) {
                for (int item = 0; item < items; item++) {
                    hashes[item] = mixed(hashes[item], coded.code(item));
                }
            } else {
                for (int item = 0; item < items; item++) {
                    hashes[item] = mixed(hashes[item], Double.doubleToLongBits(column.number(item)));
                }
            }
        }
        long[] trained = Arrays.stream(split.train())
                .mapToLong(row -> hashes[row])
                .sorted()
                .toArray();
        return repeated(split.validation(), hashes, trained) + repeated(split.test(), hashes, trained);
    }

    private static int repeated(int[] rows, long[] hashes, long[] trained) {
        int count = 0;
        for (int row : rows) {
            count += Arrays.binarySearch(trained, hashes[row]) >= 0 ? 1 : 0;
        }
        return count;
    }

    /** The finalizer of SplitMix64 (Steele et al., 2014) over both numbers. */
    private static long mixed(long hash, long value) {
        long z = hash * MULTIPLIER + value + MULTIPLIER;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
