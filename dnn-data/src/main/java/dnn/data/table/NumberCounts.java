package dnn.data.table;

import dnn.api.profile.ColumnProfile;
import dnn.api.profile.ValueCount;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Counts how often each number of a column occurs, unless there are more than {@link ColumnProfile#DISTINCT_LIMIT}
 * different ones.
 */
final class NumberCounts {
    private static final int INITIAL_CAPACITY = 64;

    private double[] numbers = new double[INITIAL_CAPACITY];
    private int[] counts = new int[INITIAL_CAPACITY];
    private int size;
    private boolean tooMany;

    /** Counts a number that is not −0. */
    void add(double number) {
        if (tooMany) {
            return;
        }
        int slot = slot(number);
        if (counts[slot] == 0) {
            if (size == ColumnProfile.DISTINCT_LIMIT) {
                tooMany = true;
                numbers = new double[0];
                counts = new int[0];
                return;
            }
            numbers[slot] = number;
            size++;
        }
        counts[slot]++;
        if (2 * size > counts.length) {
            grow();
        }
    }

    private int slot(double number) {
        long bits = Double.doubleToLongBits(number) * 0x9e3779b97f4a7c15L;
        int slot = (int) (bits >>> 32) & (counts.length - 1);
        while (counts[slot] > 0 && numbers[slot] != number) {
            slot = (slot + 1) & (counts.length - 1);
        }
        return slot;
    }

    private void grow() {
        double[] oldNumbers = numbers;
        int[] oldCounts = counts;
        numbers = new double[2 * oldNumbers.length];
        counts = new int[numbers.length];
        for (int old = 0; old < oldCounts.length; old++) {
            if (oldCounts[old] > 0) {
                int slot = slot(oldNumbers[old]);
                numbers[slot] = oldNumbers[old];
                counts[slot] = oldCounts[old];
            }
        }
    }

    /** The number of different numbers seen, up to the limit. */
    int distinct() {
        return size;
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
        for (int slot = 0; slot < counts.length; slot++) {
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
