package dnn.data.split;

import dnn.api.data.Split;
import dnn.api.random.RandomStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Draws the rows of each split. */
public final class Splitter {
    private Splitter() {}

    /**
     * Draws splits of exactly the sizes of {@link Apportionment#sizes}. With strata, every split's rows of a stratum
     * differ by less than one from the share that the split's size gives it; which rows those are is random.
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

    /**
     * Keeps items of a group together: groups are taken in random order, the larger ones first, and each goes to the
     * split that lacks most items.
     *
     * @param shares of the splits
     * @param groups the group of each row, from 0
     * @param stream where the order takes its numbers from
     */
    public static SplitRows byGroup(Split shares, int[] groups, RandomStream stream) {
        int[] sizes = Apportionment.sizes(shares, groups.length);
        return SplitRows.of(assigned(sizes, groups, stream), groups);
    }

    /** For each group the part, of these sizes, that it goes to. */
    private static int[] assigned(int[] sizes, int[] groups, RandomStream stream) {
        int[] itemsOf = new int[Arrays.stream(groups).max().orElse(-1) + 1];
        for (int group : groups) {
            itemsOf[group]++;
        }
        int[] shuffled = IntStream.range(0, itemsOf.length).toArray();
        stream.shuffle(shuffled);
        int[] order = Arrays.stream(shuffled)
                .boxed()
                .sorted(Comparator.comparingInt(group -> -itemsOf[group]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] lacking = sizes.clone();
        int[] partOf = new int[itemsOf.length];
        for (int group : order) {
            int most = 0;
            for (int part = 1; part < lacking.length; part++) {
                most = lacking[part] > lacking[most] ? part : most;
            }
            partOf[group] = most;
            lacking[most] -= itemsOf[group];
        }
        return partOf;
    }

    /**
     * The earliest items for training, then those for validation, the latest for the test; of equal times the row that
     * stands first is earlier.
     */
    public static SplitRows byTime(Split shares, double[] times) {
        int[] sizes = Apportionment.sizes(shares, times.length);
        int[] order = inTime(times);
        int[] part = new int[times.length];
        for (int i = 0; i < order.length; i++) {
            part[order[i]] = i < sizes[0] ? 0 : i < sizes[0] + sizes[1] ? 1 : 2;
        }
        return SplitRows.of(part, IntStream.range(0, times.length).toArray());
    }

    private static int[] inTime(double[] times) {
        return IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> times[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Cuts rows into folds of nearly equal sizes; with strata each fold has nearly the same share of each.
     *
     * @param strata the stratum of each row, from 0
     * @param count of folds
     * @param stream where the order takes its numbers from
     * @return the fold of each row, from 0
     */
    public static int[] folds(int[] strata, int count, RandomStream stream) {
        int[] rows = IntStream.range(0, strata.length).toArray();
        stream.shuffle(rows);
        int[] order = Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparingInt(row -> strata[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] folds = new int[strata.length];
        for (int i = 0; i < order.length; i++) {
            folds[order[i]] = i % count;
        }
        return folds;
    }

    /** Folds of nearly equal sizes that keep the items of a group together; the fold of each row, from 0. */
    public static int[] foldsByGroup(int[] groups, int count, RandomStream stream) {
        int[] sizes = new int[count];
        for (int row = 0; row < groups.length; row++) {
            sizes[row % count]++;
        }
        int[] partOf = assigned(sizes, groups, stream);
        return Arrays.stream(groups).map(group -> partOf[group]).toArray();
    }

    /** Folds that are stretches of time; the fold of each row, from 0. */
    public static int[] foldsByTime(double[] times, int count) {
        int[] order = inTime(times);
        int[] folds = new int[times.length];
        for (int i = 0; i < order.length; i++) {
            folds[order[i]] = (int) ((long) i * count / order.length);
        }
        return folds;
    }
}
