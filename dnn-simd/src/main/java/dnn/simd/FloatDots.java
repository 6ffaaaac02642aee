package dnn.simd;

import dnn.engine.backend.PointwiseFunction;
import java.util.Arrays;
import jdk.incubator.vector.VectorSpecies;

/**
 * Z = W·A + b where rows of W and items are long and few: dot products of contiguous stretches. A part of W at a time,
 * copied together, meets all items. A dot product is {@link #PARTS} sums, of every PARTS-th number each, whatever the
 * width of a vector; they are folded in halves.
 */
final class FloatDots extends Job {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /** Sums of a dot product. */
    static final int PARTS = Lanes.LOGICAL_BITS / Float.SIZE;

    /** The most units that are done this way. */
    private static final int MOST_UNITS = 24;

    /** The least numbers of a dot product for which folding does not weigh. */
    private static final int LEAST_DEPTH = 128;

    /** Items of a task. */
    private static final int ITEMS = 8;

    /** Items that meet a part of W before the next part of it is taken. */
    private static final int MOST_ITEMS = 256;

    /** Numbers of a row of W of such a part, which stays in the second level of cache. */
    private static final int DEPTH = 4096;

    /**
     * From one packed row of W to the next: rows a power of two apart would push each other out of the first level of
     * cache.
     */
    private static final int ROW = DEPTH + PARTS;

    private static final long WORTH_SHARING = 400_000;

    private final Workers workers;
    private final float[][] asides;
    private final float[] part = new float[MOST_UNITS * ROW];
    private float[] sums = {};
    private FloatArray w = new FloatArray(new float[0]);
    private FloatArray b = w;
    private FloatArray a = w;
    private FloatArray z = w;
    private PointwiseFunction.Kind kind = PointwiseFunction.Kind.IDENTITY;
    private float slope;
    private int units;
    private int unitsAtOnce;
    private int inputs;
    private int firstItem;
    private int lastItem;
    private boolean packing;
    private int from;
    private int end;

    FloatDots(Workers workers) {
        this.workers = workers;
        this.asides = new float[workers.count()][FloatPointwise.BLOCK];
    }

    /** Tells whether a layer is of this kind. */
    static boolean suits(int units, int inputs) {
        return units <= MOST_UNITS && inputs >= LEAST_DEPTH;
    }

    /** Z = σ(W·A + b), for a layer that suits. */
    void run(
            PointwiseFunction function,
            FloatArray weights,
            FloatArray biases,
            FloatArray input,
            FloatArray output,
            int unitCount,
            int inputCount,
            int itemCount) {
        kind = function.kind();
        slope = FloatFunctions.number(function.slope());
        w = weights;
        b = biases;
        a = input;
        z = output;
        units = unitCount;
        unitsAtOnce = unitsAtOnce(units);
        inputs = inputCount;
        int size = Math.min(itemCount, MOST_ITEMS) * units * PARTS;
        if (sums.length < size) {
            sums = new float[size];
        }
        boolean shared = (long) units * inputs * itemCount >= WORTH_SHARING;
        for (int item = 0; item < itemCount; item += MOST_ITEMS) {
            firstItem = item;
            lastItem = Math.min(itemCount, item + MOST_ITEMS);
            for (int k = 0; k < inputs; k += DEPTH) {
                from = k;
                end = Math.min(inputs, k + DEPTH);
                packing = true;
                workers.run(this, units, shared);
                packing = false;
                workers.run(this, (lastItem - firstItem + ITEMS - 1) / ITEMS, shared);
            }
        }
    }

    /** Units of a tile, of what the registers hold of their sums with four items: those that leave fewest over. */
    private static int unitsAtOnce(int units) {
        if (Lanes.BITS < 512) {
            return 2;
        }
        return units % 5 <= units % 4 ? 5 : 4;
    }

    @Override
    void run(int task, int worker) {
        if (packing) {
            System.arraycopy(w.values(), w.offset + task * inputs + from, part, task * ROW, end - from);
        } else {
            accumulate(task, worker);
        }
    }

    private void accumulate(int task, int worker) {
        int first = firstItem + task * ITEMS;
        int last = Math.min(lastItem, first + ITEMS);
        if (from == 0) {
            Arrays.fill(sums, at(first, 0), at(last, 0), 0);
        }
        int whole = inputs / PARTS * PARTS;
        for (int item = first; item < last; item += 4) {
            for (int u = 0; u < units; u += unitsAtOnce) {
                tile(item, Math.min(4, last - item), u, Math.min(unitsAtOnce, units - u), from, Math.min(whole, end));
            }
        }
        if (end == inputs) {
            finish(first, last, whole, asides[worker]);
        }
    }

    /** The place where the sums of an item and a unit begin. */
    private int at(int item, int unit) {
        return ((item - firstItem) * units + unit) * PARTS;
    }

    /** Does the rest of the terms, folding, biases and σ; Z of these items begins where their sums did. */
    private void finish(int first, int last, int whole, float[] aside) {
        int begin = at(first, 0);
        int count = (last - first) * units;
        for (int item = first; item < last; item++) {
            for (int u = 0; u < units; u++) {
                int at = at(item, u);
                int x = a.offset + item * inputs;
                int y = w.offset + u * inputs;
                for (int k = whole; k < inputs; k++) {
                    sums[at + k - whole] = Math.fma(a.values()[x + k], w.values()[y + k], sums[at + k - whole]);
                }
                sums[begin + (item - first) * units + u] = fold(sums, at) + b.values()[b.offset + u];
            }
        }
        FloatPointwise.activate(kind, slope, sums, begin, sums, begin, (count + V - 1) / V * V, aside);
        System.arraycopy(sums, begin, z.values(), z.offset + first * units, count);
    }

    private void tile(int item, int height, int u, int width, int k, int to) {
        int x = a.offset + item * inputs;
        int y = u * ROW - from;
        int at = at(item, u);
        if (height == 4 && width == 5) {
            for (int lanes = 0; lanes < PARTS; lanes += V) {
                FloatDotTiles.fourByFive(
                        a.values(), x + lanes, inputs, part, y + lanes, ROW, k, to, sums, at + lanes, units * PARTS);
            }
            return;
        }
        if (height == 4 && width == 4) {
            for (int lanes = 0; lanes < PARTS; lanes += V) {
                FloatDotTiles.fourByFour(
                        a.values(), x + lanes, inputs, part, y + lanes, ROW, k, to, sums, at + lanes, units * PARTS);
            }
            return;
        }
        if (height == 4 && width == 2) {
            for (int lanes = 0; lanes < PARTS; lanes += V) {
                FloatDotTiles.fourByTwo(
                        a.values(), x + lanes, inputs, part, y + lanes, ROW, k, to, sums, at + lanes, units * PARTS);
            }
            return;
        }
        for (int p = 0; p < height; p++) {
            for (int q = 0; q < width; q++) {
                int one = at + (p * units + q) * PARTS;
                for (int lanes = 0; lanes < PARTS; lanes += V) {
                    FloatDotTiles.one(
                            a.values(), x + p * inputs + lanes, part, y + q * ROW + lanes, k, to, sums, one + lanes);
                }
            }
        }
    }

    /** The sum of the parts, folded in halves. */
    static float fold(float[] parts, int at) {
        if (PARTS == 8) {
            return fold(
                    parts[at],
                    parts[at + 1],
                    parts[at + 2],
                    parts[at + 3],
                    parts[at + 4],
                    parts[at + 5],
                    parts[at + 6],
                    parts[at + 7]);
        }
        return fold(
                parts[at] + parts[at + 8],
                parts[at + 1] + parts[at + 9],
                parts[at + 2] + parts[at + 10],
                parts[at + 3] + parts[at + 11],
                parts[at + 4] + parts[at + 12],
                parts[at + 5] + parts[at + 13],
                parts[at + 6] + parts[at + 14],
                parts[at + 7] + parts[at + 15]);
    }

    private static float fold(float s0, float s1, float s2, float s3, float s4, float s5, float s6, float s7) {
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }
}
