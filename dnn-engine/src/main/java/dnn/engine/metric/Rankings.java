package dnn.engine.metric;

import java.util.Arrays;

/** Areas under curves that come from ranking items by the probability of a class. */
final class Rankings {
    private Rankings() {}

    /** Probability that an item of a class scores higher than another one, ties half; NaN if either kind is absent. */
    static double rocAuc(Scored items) {
        return overClasses(items, Rankings::rocAuc);
    }

    /** Average precision, Σ_n (R_n − R_{n−1})·P_n over distinct thresholds; 0 for a class without items. */
    static double prAuc(Scored items) {
        return overClasses(items, Rankings::averagePrecision);
    }

    /**
     * A figure of one class, of keys that hold a score and, in the last bit, whether the item is of the class; in
     * ascending order.
     */
    private interface OfClass {
        double of(long[] keys);
    }

    private static double overClasses(Scored items, OfClass figure) {
        if (items.classes() == 2) {
            return ofClass(items, 1, figure);
        }
        double sum = 0;
        for (int label = 0; label < items.classes(); label++) {
            sum += ofClass(items, label, figure);
        }
        return sum / items.classes();
    }

    private static double ofClass(Scored items, int label, OfClass figure) {
        long[] keys = new long[items.items()];
        for (int i = 0; i < keys.length; i++) {
            double rank = items.rank(label, i);
            if (Double.isNaN(rank)) {
                return Double.NaN;
            }
            keys[i] = (ordered(rank) & ~1L) | (items.actual(i) == label ? 1 : 0);
        }
        Arrays.sort(keys);
        return figure.of(keys);
    }

    /**
     * Integers in the order of the numbers: bits of positive ones are, those of negative ones the other way round. The
     * last bit is given up.
     */
    private static long ordered(double rank) {
        long bits = Double.doubleToLongBits(rank + 0.0);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    /**
     * The area under the curve through the points of each distinct score, by trapezoids: the same as counting pairs.
     */
    private static double rocAuc(long[] keys) {
        double area = 0;
        long positives = 0;
        long negatives = 0;
        for (int to = keys.length; to > 0; ) {
            int from = start(keys, to);
            long positivesHere = positives(keys, from, to);
            long negativesHere = to - from - positivesHere;
            area += negativesHere * (positives + positivesHere / 2.0);
            positives += positivesHere;
            negatives += negativesHere;
            to = from;
        }
        return positives == 0 || negatives == 0 ? Double.NaN : area / ((double) positives * negatives);
    }

    private static double averagePrecision(long[] keys) {
        double sum = 0;
        long positives = 0;
        for (int to = keys.length; to > 0; ) {
            int from = start(keys, to);
            long positivesHere = positives(keys, from, to);
            positives += positivesHere;
            sum += positivesHere * ((double) positives / (keys.length - from));
            to = from;
        }
        return positives == 0 ? 0 : sum / positives;
    }

    /** The place where the keys with the score of the one before {@code to} begin. */
    private static int start(long[] keys, int to) {
        int from = to - 1;
        while (from > 0 && keys[from - 1] >> 1 == keys[to - 1] >> 1) {
            from--;
        }
        return from;
    }

    private static long positives(long[] keys, int from, int to) {
        long positives = 0;
        for (int i = from; i < to; i++) {
            positives += keys[i] & 1;
        }
        return positives;
    }
}
