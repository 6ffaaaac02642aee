package dnn.data.table;

import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ValueCount;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Counts how often each number of a column occurs. Beyond {@link ColumnProfile#DISTINCT_LIMIT} different ones only
 * numbers whose hash ends in so many zeros are kept, each with all its occurrences: adaptive sampling (Flajolet, On
 * adaptive sampling, 1990).
 */
final class NumberCounts {
    private static final int INITIAL_CAPACITY = 64;

    /** A sample is even if it holds its share of the cells within this. */
    private static final double EVEN = 0.05;

    private static final double NEARLY_ALL = 0.8;

    private double[] numbers = new double[INITIAL_CAPACITY];
    private int[] counts = new int[INITIAL_CAPACITY];
    private int size;
    private int zeros;
    private long added;

    /** Counts a number that is not −0. */
    void add(double number) {
        added++;
        if (!isKept(number)) {
            return;
        }
        int slot = slot(number);
        if (counts[slot] == 0) {
            if (size == ColumnProfile.DISTINCT_LIMIT) {
                zeros++;
                keep(counts.length);
                added--;
                add(number);
                return;
            }
            numbers[slot] = number;
            size++;
        }
        counts[slot]++;
        if (2 * size > counts.length) {
            keep(2 * counts.length);
        }
    }

    private boolean isKept(double number) {
        return zeros == 0 || Long.numberOfTrailingZeros(hash(number)) >= zeros;
    }

    private static long hash(double number) {
        long bits = Double.doubleToLongBits(number);
        bits = (bits ^ (bits >>> 32)) * 0x9e3779b97f4a7c15L;
        bits = (bits ^ (bits >>> 29)) * 0xbf58476d1ce4e5b9L;
        return bits ^ (bits >>> 32);
    }

    private int slot(double number) {
        int slot = (int) (hash(number) >>> 32) & (counts.length - 1);
        while (counts[slot] > 0 && numbers[slot] != number) {
            slot = (slot + 1) & (counts.length - 1);
        }
        return slot;
    }

    /** Puts the numbers that are kept into so many slots. */
    private void keep(int slots) {
        double[] oldNumbers = numbers;
        int[] oldCounts = counts;
        numbers = new double[slots];
        counts = new int[slots];
        size = 0;
        for (int old = 0; old < oldCounts.length; old++) {
            if (oldCounts[old] > 0 && isKept(oldNumbers[old])) {
                int slot = slot(oldNumbers[old]);
                numbers[slot] = oldNumbers[old];
                counts[slot] = oldCounts[old];
                size++;
            }
        }
    }

    /**
     * The number of different numbers seen. Beyond the limit an estimate: that of the sample for all, or, where the
     * sample holds its share of the cells and hardly any number twice, the share of different ones in it.
     */
    int distinct() {
        if (zeros == 0) {
            return size;
        }
        long occurrences = IntStream.of(counts).asLongStream().sum();
        double scale = Math.scalb(1.0, zeros);
        boolean even = Math.abs(occurrences * scale - added) <= EVEN * added && size >= NEARLY_ALL * occurrences;
        double estimate = even ? (double) added * size / occurrences : size * scale;
        return (int) Math.min(Math.min(estimate, (double) added), Integer.MAX_VALUE);
    }

    /**
     * The commonest numbers, most frequent first, the least first of several; none where there are too many to count.
     */
    List<ValueCount> commonest() {
        Comparator<Integer> leastFirst = Comparator.comparingInt((Integer slot) -> counts[slot])
                .thenComparing(Comparator.comparingDouble((Integer slot) -> numbers[slot])
                        .reversed());
        PriorityQueue<Integer> kept = new PriorityQueue<>(leastFirst);
        int threshold = 1;
        for (int slot = zeros == 0 ? 0 : counts.length; slot < counts.length; slot++) {
            if (counts[slot] >= threshold) {
                kept.add(slot);
                if (kept.size() > ColumnProfile.COMMONEST_LIMIT) {
                    kept.remove();
                    threshold = counts[kept.element()];
                }
            }
        }
        return kept.stream()
                .sorted(leastFirst.reversed())
                .map(slot -> new ValueCount(Cells.text(numbers[slot]), counts[slot]))
                .toList();
    }
}
