package dnn.data.split;

import dnn.data.table.CodedColumn;
import dnn.data.table.Column;
import dnn.data.table.RowHashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.ArithmeticUtils;

/** Counts items of the validation and test split that the training split holds too, and how many do so by chance. */
public final class RepeatedItems {
    /** With fewer different rows their counts have a common divisor by chance. */
    private static final int MANY_DIFFERENT = 20;

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

    /**
     * The number of repeated items that is to be expected where no row was copied: their share is that of the pairs of
     * equal rows that chance explains. It explains none where every row stands in the table the same number of times.
     * Rows are compared by their features, since a copied row may have been given another class; by a target of
     * numbers, too, whose cells may not have been kept.
     *
     * @param features the columns of X
     * @param targets the columns of Y
     */
    public static int natural(int repeated, RowHashes hashes, List<Column> features, List<Column> targets) {
        long[] all = IntStream.range(0, hashes.size()).mapToLong(hashes::hash).toArray();
        List<Column> columns = new ArrayList<>(features);
        for (Column target : targets) {
            if (target instanceof CodedColumn) {
                long[] own = RowHashes.of(target, all.length);
                Arrays.setAll(all, row -> all[row] - own[row]);
            } else {
                columns.add(target);
            }
        }
        long pairs = NaturalPairs.pairs(all);
        if (pairs == 0 || columns.isEmpty() || areCopiesOfWholes(all)) {
            return 0;
        }
        double share = NaturalPairs.of(columns, columns.get(0).items()) / pairs;
        return (int) Math.rint(repeated * Math.min(1, share));
    }

    /** Tells whether many rows stand there, each a multiple of the same number of times: a table joined to itself. */
    private static boolean areCopiesOfWholes(long[] all) {
        long[] sorted = all.clone();
        Arrays.sort(sorted);
        int different = 0;
        int divisor = 0;
        int first = 0;
        for (int row = 1; row <= sorted.length; row++) {
            if (row == sorted.length || sorted[row] != sorted[first]) {
                different++;
                divisor = ArithmeticUtils.gcd(divisor, row - first);
                first = row;
            }
        }
        return different >= MANY_DIFFERENT && divisor > 1;
    }

    private static int repeated(int[] rows, RowHashes hashes, long[] trained) {
        int count = 0;
        for (int row : rows) {
            count += Arrays.binarySearch(trained, hashes.hash(row)) >= 0 ? 1 : 0;
        }
        return count;
    }
}
