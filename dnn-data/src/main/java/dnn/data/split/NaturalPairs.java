package dnn.data.split;

import dnn.api.profile.ColumnProfile;
import dnn.data.table.Column;
import dnn.data.table.RowHashes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pairs of equal rows that a table would have if no row had been copied, estimated from pairs that are nearly
 * equal. Let N be the pairs that agree in every column, N_i those that differ in column i alone, N_ij those that differ
 * in i and in j alone. Where agreement in i and in j is independent given that all else agrees, N · N_ij = N_i · N_j.
 * So N is estimated by Σ N_i·N_j / Σ N_ij over columns that tell rows apart by themselves, or, where that is more, by
 * the greatest N_i·q_i / (1 − q_i), q_i being the share of all pairs that agree in i. Copied rows add to N alone.
 */
final class NaturalPairs {
    /** The estimate looks at pairs of so many columns, those in which alone most nearly equal rows differ. */
    private static final int MOST_COLUMNS = 24;

    /** Of more columns than this only the first are looked at. */
    private static final int MOST_LOOKED_AT = 1000;

    private final long[][] cells;
    private final long[] sums;
    private final long equal;

    private NaturalPairs(List<Column> columns, int rows) {
        cells = new long[Math.min(columns.size(), MOST_LOOKED_AT)][];
        sums = new long[rows];
        for (int column = 0; column < columns.size(); column++) {
            long[] own = RowHashes.of(columns.get(column), rows);
            Arrays.setAll(sums, row -> sums[row] + own[row]);
            if (column < cells.length) {
                cells[column] = own;
            }
        }
        equal = pairs(sums);
    }

    /**
     * The number of pairs among all rows.
     *
     * @param columns by which rows are compared
     * @param items rows of the table, the first {@link ColumnProfile#SAMPLE} of which are compared
     */
    static double of(List<Column> columns, int items) {
        int rows = Math.min(items, ColumnProfile.SAMPLE);
        double scale = pairs(items) / Math.max(1, pairs(rows));
        return scale * new NaturalPairs(columns, rows).estimate();
    }

    /** The pairs that can be made of so many rows. */
    private static double pairs(long rows) {
        return 0.5 * rows * (rows - 1);
    }

    /** The pairs of equal hashes. */
    static long pairs(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        long pairs = 0;
        int first = 0;
        for (int row = 0; row < sorted.length; row++) {
            if (sorted[row] != sorted[first]) {
                first = row;
            }
            pairs += row - first;
        }
        return pairs;
    }

    private double estimate() {
        long[] alone = new long[cells.length];
        double greatest = 0;
        for (int column = 0; column < cells.length; column++) {
            alone[column] = pairsWithout(column, column) - equal;
            double agreeing = pairs(cells[column]) / Math.max(1, pairs(sums.length));
            if (agreeing < 1) {
                greatest = Math.max(greatest, alone[column] * agreeing / (1 - agreeing));
            }
        }
        int[] telling = IntStream.range(0, cells.length)
                .filter(column -> alone[column] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer column) -> alone[column])
                        .reversed())
                .limit(MOST_COLUMNS)
                .mapToInt(Integer::intValue)
                .toArray();
        double products = 0;
        double both = 0;
        for (int i = 0; i < telling.length; i++) {
            for (int j = i + 1; j < telling.length; j++) {
                products += (double) alone[telling[i]] * alone[telling[j]];
                both += pairsWithout(telling[i], telling[j]) - alone[telling[i]] - alone[telling[j]] - equal;
            }
        }
        return Math.max(greatest, products / Math.max(1, both));
    }

    /** The pairs that agree in every column but, perhaps, these. */
    private long pairsWithout(int one, int other) {
        long[] rest = new long[sums.length];
        Arrays.setAll(rest, row -> sums[row] - cells[one][row] - (one == other ? 0 : cells[other][row]));
        return pairs(rest);
    }
}
