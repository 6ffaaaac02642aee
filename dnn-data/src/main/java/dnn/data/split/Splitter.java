package dnn.data.split;

import dnn.api.data.Split;
import dnn.api.random.RandomStream;
import java.util.Arrays;

/** Draws the rows of each split. */
public final class Splitter {
    private Splitter() {}

    /**
     * Draws splits of exactly the sizes of {@link Apportionment#sizes}. With strata, every split's rows of a stratum differ by less than one from the share
     * that the split's size gives it; which rows those are is random.
     *
     * @param shares of the splits
     * @param strata the stratum of each row, from 0; all 0 for a plain draw
     * @param count how many strata there are
     * @param stream where the drawing takes its numbers from
     */
    public static SplitRows draw(Split shares, int[] strata, int count, RandomStream stream) {
        int[] sizes = Apportionment.sizes(shares, strata.length);
        int[] strataSizes = new int[count];
        for (int stratum : strata) {
            strataSizes[stratum]++;
        }
        int[][] rowsOfStratum = new int[count][];
        for (int stratum = 0; stratum < count; stratum++) {
            rowsOfStratum[stratum] = new int[strataSizes[stratum]];
        }
        int[] filled = new int[count];
        for (int row = 0; row < strata.length; row++) {
            rowsOfStratum[strata[row]][filled[strata[row]]++] = row;
        }
        int[][] quotas = Apportionment.of(strataSizes, sizes);
        int[][] rows = new int[sizes.length][];
        for (int split = 0; split < sizes.length; split++) {
            rows[split] = new int[sizes[split]];
        }
        int[] drawn = new int[sizes.length];
        for (int stratum = 0; stratum < count; stratum++) {
            int[] candidates = rowsOfStratum[stratum];
            stream.shuffle(candidates);
            int next = 0;
            for (int split = 0; split < sizes.length; split++) {
                for (int i = 0; i < quotas[stratum][split]; i++) {
                    rows[split][drawn[split]++] = candidates[next++];
                }
            }
        }
        for (int[] ofSplit : rows) {
            Arrays.sort(ofSplit);
        }
        return new SplitRows(rows[0], rows[1], rows[2]);
    }
}
