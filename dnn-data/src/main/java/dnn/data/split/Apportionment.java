package dnn.data.split;

import dnn.api.data.Split;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Rounds shares to whole items without losing or inventing any. */
final class Apportionment {
    private Apportionment() {}

    /**
     * Items of train, validation and test by the largest remainder: each share of {@code items} is rounded down, and
     * what is left goes one by one to the largest fractions, an earlier split first. Shares are taken as the decimal
     * numbers they are written as and divided by their sum.
     *
     * @return three numbers whose sum is {@code items}
     */
    static int[] sizes(Split shares, int items) {
        BigDecimal[] exact = {
            BigDecimal.valueOf(shares.train()),
            BigDecimal.valueOf(shares.validation()),
            BigDecimal.valueOf(shares.test())
        };
        BigDecimal sum = exact[0].add(exact[1]).add(exact[2]);
        int[] sizes = new int[exact.length];
        BigDecimal[] remainders = new BigDecimal[exact.length];
        int left = items;
        for (int split = 0; split < exact.length; split++) {
            BigDecimal[] parts =
                    exact[split].multiply(BigDecimal.valueOf(items)).divideAndRemainder(sum);
            sizes[split] = parts[0].setScale(0, RoundingMode.UNNECESSARY).intValueExact();
            remainders[split] = parts[1];
            left -= sizes[split];
        }
        Integer[] order = {0, 1, 2};
        Arrays.sort(
                order,
                Comparator.comparing((Integer split) -> remainders[split]).reversed());
        for (int i = 0; i < left; i++) {
            sizes[order[i]]++;
        }
        return sizes;
    }

    /**
     * Rounds the table of expected counts e_cs = n_c · n_s/m to whole numbers so that every row and column keeps its
     * sum and no entry moves by one or more. Each row is rounded by the largest remainder; then single items move
     * between columns, where that changes least, until the columns are right too. Such a rounding exists for every
     * table (Cox, Controlled Rounding, 1982).
     *
     * @param strata n_c, items of each stratum
     * @param splits n_s, items of each split; the same sum m
     * @return items of each stratum (row) in each split (column)
     */
    static int[][] of(int[] strata, int[] splits) {
        long items = Arrays.stream(strata).asLongStream().sum();
        Rounding rounding = new Rounding(strata, splits, Math.max(items, 1));
        rounding.roundRows();
        rounding.balanceColumns();
        return rounding.counts;
    }

    /** A table on its way: counts, the remainders of the expected counts over m, and which entries are rounded up. */
    private static final class Rounding {
        private final int[][] counts;
        private final long[][] remainders;
        private final boolean[][] up;
        private final int[] strata;
        private final int[] surplus;

        Rounding(int[] strata, int[] splits, long items) {
            this.strata = strata;
            counts = new int[strata.length][splits.length];
            remainders = new long[strata.length][splits.length];
            up = new boolean[strata.length][splits.length];
            surplus = new int[splits.length];
            for (int split = 0; split < splits.length; split++) {
                surplus[split] = -splits[split];
                for (int stratum = 0; stratum < strata.length; stratum++) {
                    long product = (long) strata[stratum] * splits[split];
                    counts[stratum][split] = (int) (product / items);
                    remainders[stratum][split] = product % items;
                    surplus[split] += counts[stratum][split];
                }
            }
        }

        void roundRows() {
            for (int stratum = 0; stratum < strata.length; stratum++) {
                long[] remainder = remainders[stratum];
                int left = strata[stratum] - Arrays.stream(counts[stratum]).sum();
                int[] order = IntStream.range(0, remainder.length)
                        .boxed()
                        .sorted(Comparator.comparingLong((Integer split) -> -remainder[split]))
                        .mapToInt(Integer::intValue)
                        .toArray();
                for (int i = 0; i < left; i++) {
                    set(stratum, order[i], true);
                }
            }
        }

        private void set(int stratum, int split, boolean roundedUp) {
            int change = roundedUp ? 1 : -1;
            up[stratum][split] = roundedUp;
            counts[stratum][split] += change;
            surplus[split] += change;
        }

        /**
         * Moves items straight from a column with too many to one with too few; where no row allows that, by way of a
         * third column.
         */
        void balanceColumns() {
            while (Arrays.stream(surplus).anyMatch(over -> over != 0)) {
                int moved = 0;
                for (int from = 0; from < surplus.length; from++) {
                    for (int to = 0; to < surplus.length; to++) {
                        moved += move(from, to, Math.min(surplus[from], -surplus[to]));
                    }
                }
                for (int from = 0; from < surplus.length && moved == 0; from++) {
                    for (int to = 0; to < surplus.length && moved == 0; to++) {
                        if (surplus[from] > 0 && surplus[to] < 0) {
                            int by = surplus.length - from - to;
                            moved = move(
                                    by,
                                    to,
                                    Math.min(candidates(from, by).length, Math.min(surplus[from], -surplus[to])));
                            move(from, by, moved);
                        }
                    }
                }
                if (moved == 0) {
                    throw new IllegalStateException("no rounding keeps the sums " + Arrays.toString(strata));
                }
            }
        }

        /** Moves up to {@code most} items from one column to another and tells how many. */
        private int move(int from, int to, int most) {
            if (from == to || most <= 0) {
                return 0;
            }
            int[] candidates = candidates(from, to);
            int count = Math.min(most, candidates.length);
            for (int i = 0; i < count; i++) {
                set(candidates[i], from, false);
                set(candidates[i], to, true);
            }
            return count;
        }

        /**
         * Rows rounded up in one column, down in the other, and not whole there; the ones for which a move changes
         * least come first.
         */
        private int[] candidates(int from, int to) {
            return IntStream.range(0, strata.length)
                    .filter(row -> up[row][from] && !up[row][to] && remainders[row][to] > 0)
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer row) -> remainders[row][from] - remainders[row][to]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }
}
