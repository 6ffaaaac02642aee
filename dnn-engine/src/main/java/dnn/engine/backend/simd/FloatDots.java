package dnn.engine.backend.simd;

import dnn.engine.backend.PointwiseFunction;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Z = W·A + b where rows of W and items are long and few: dot products of contiguous stretches, nothing packed. A dot product is {@link #PARTS} sums, of every
 * PARTS-th number each, whatever the width of a vector; they are folded in halves.
 */
final class FloatDots extends Job {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /** Sums of a dot product. */
    static final int PARTS = Lanes.LOGICAL_BITS / Float.SIZE;

    /** The most units that are done this way. */
    static final int MOST_UNITS = 24;

    /** The least numbers of a dot product for which folding does not weigh. */
    static final int LEAST_DEPTH = 128;

    /** Units of a tile: what the registers hold of their sums with four items. */
    static final int WIDTH = Lanes.BITS == 512 ? 4 : 2;

    /** Items of a task. */
    private static final int ITEMS = 16;

    /** Numbers taken at a time: the rows of W at hand stay in the cache. */
    private static final int DEPTH = 1024;

    private static final long WORTH_SHARING = 400_000;

    private final Workers workers;
    private final float[][] sums;
    private final float[][] asides;
    private FloatArray w = new FloatArray(new float[0]);
    private FloatArray b = w;
    private FloatArray a = w;
    private FloatArray z = w;
    private PointwiseFunction.Kind kind = PointwiseFunction.Kind.IDENTITY;
    private float slope;
    private int units;
    private int inputs;
    private int items;

    FloatDots(Workers workers) {
        this.workers = workers;
        this.asides = new float[workers.count()][FloatPointwise.BLOCK];
        this.sums = new float[workers.count()][ITEMS * MOST_UNITS * PARTS];
    }

    /** Z = σ(W·A + b), for at most {@link #MOST_UNITS} units. */
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
        inputs = inputCount;
        items = itemCount;
        workers.run(this, (items + ITEMS - 1) / ITEMS, (long) units * inputs * items >= WORTH_SHARING);
    }

    @Override
    void run(int task, int worker) {
        int first = task * ITEMS;
        int count = Math.min(ITEMS, items - first);
        float[] sum = sums[worker];
        Arrays.fill(sum, 0, count * units * PARTS, 0);
        int whole = inputs / PARTS * PARTS;
        for (int k = 0; k < whole; k += DEPTH) {
            int end = Math.min(whole, k + DEPTH);
            for (int i = 0; i < count; i += 4) {
                for (int u = 0; u < units; u += WIDTH) {
                    tile(first, i, Math.min(4, count - i), u, Math.min(WIDTH, units - u), k, end, sum);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            for (int u = 0; u < units; u++) {
                int at = (i * units + u) * PARTS;
                int x = a.offset + (first + i) * inputs;
                int y = w.offset + u * inputs;
                for (int k = whole; k < inputs; k++) {
                    sum[at + k - whole] = Math.fma(a.values()[x + k], w.values()[y + k], sum[at + k - whole]);
                }
                // Z of these items, at the beginning of what is no longer needed.
                sum[i * units + u] = fold(sum, at) + b.values()[b.offset + u];
            }
        }
        int rest = count * units;
        FloatPointwise.activate(kind, slope, sum, 0, sum, 0, (rest + V - 1) / V * V, asides[worker]);
        System.arraycopy(sum, 0, z.values(), z.offset + first * units, rest);
    }

    private void tile(int first, int i, int height, int u, int width, int k, int end, float[] sum) {
        int x = a.offset + (first + i) * inputs;
        int y = w.offset + u * inputs;
        int at = (i * units + u) * PARTS;
        if (height == 4 && width == 4) {
            for (int part = 0; part < PARTS; part += V) {
                fourByFour(a.values(), x + part, w.values(), y + part, inputs, k, end, sum, at + part, units * PARTS);
            }
            return;
        }
        if (height == 4 && width == 2) {
            for (int part = 0; part < PARTS; part += V) {
                fourByTwo(a.values(), x + part, w.values(), y + part, inputs, k, end, sum, at + part, units * PARTS);
            }
            return;
        }
        for (int p = 0; p < height; p++) {
            for (int q = 0; q < width; q++) {
                int to = at + (p * units + q) * PARTS;
                for (int part = 0; part < PARTS; part += V) {
                    one(a.values(), x + p * inputs + part, w.values(), y + q * inputs + part, k, end, sum, to + part);
                }
            }
        }
    }

    /** Sixteen dot products' sums go on. */
    static void fourByFour(
            float[] a, int x, float[] w, int y, int row, int from, int end, float[] sum, int at, int next) {
        FloatVector s00 = FloatVector.fromArray(LANES, sum, at);
        FloatVector s01 = FloatVector.fromArray(LANES, sum, at + PARTS);
        FloatVector s02 = FloatVector.fromArray(LANES, sum, at + 2 * PARTS);
        FloatVector s03 = FloatVector.fromArray(LANES, sum, at + 3 * PARTS);
        FloatVector s10 = FloatVector.fromArray(LANES, sum, at + next);
        FloatVector s11 = FloatVector.fromArray(LANES, sum, at + next + PARTS);
        FloatVector s12 = FloatVector.fromArray(LANES, sum, at + next + 2 * PARTS);
        FloatVector s13 = FloatVector.fromArray(LANES, sum, at + next + 3 * PARTS);
        FloatVector s20 = FloatVector.fromArray(LANES, sum, at + 2 * next);
        FloatVector s21 = FloatVector.fromArray(LANES, sum, at + 2 * next + PARTS);
        FloatVector s22 = FloatVector.fromArray(LANES, sum, at + 2 * next + 2 * PARTS);
        FloatVector s23 = FloatVector.fromArray(LANES, sum, at + 2 * next + 3 * PARTS);
        FloatVector s30 = FloatVector.fromArray(LANES, sum, at + 3 * next);
        FloatVector s31 = FloatVector.fromArray(LANES, sum, at + 3 * next + PARTS);
        FloatVector s32 = FloatVector.fromArray(LANES, sum, at + 3 * next + 2 * PARTS);
        FloatVector s33 = FloatVector.fromArray(LANES, sum, at + 3 * next + 3 * PARTS);
        for (int k = from; k < end; k += PARTS) {
            FloatVector w0 = FloatVector.fromArray(LANES, w, y + k);
            FloatVector w1 = FloatVector.fromArray(LANES, w, y + row + k);
            FloatVector w2 = FloatVector.fromArray(LANES, w, y + 2 * row + k);
            FloatVector w3 = FloatVector.fromArray(LANES, w, y + 3 * row + k);
            FloatVector a0 = FloatVector.fromArray(LANES, a, x + k);
            s00 = a0.fma(w0, s00);
            s01 = a0.fma(w1, s01);
            s02 = a0.fma(w2, s02);
            s03 = a0.fma(w3, s03);
            FloatVector a1 = FloatVector.fromArray(LANES, a, x + row + k);
            s10 = a1.fma(w0, s10);
            s11 = a1.fma(w1, s11);
            s12 = a1.fma(w2, s12);
            s13 = a1.fma(w3, s13);
            FloatVector a2 = FloatVector.fromArray(LANES, a, x + 2 * row + k);
            s20 = a2.fma(w0, s20);
            s21 = a2.fma(w1, s21);
            s22 = a2.fma(w2, s22);
            s23 = a2.fma(w3, s23);
            FloatVector a3 = FloatVector.fromArray(LANES, a, x + 3 * row + k);
            s30 = a3.fma(w0, s30);
            s31 = a3.fma(w1, s31);
            s32 = a3.fma(w2, s32);
            s33 = a3.fma(w3, s33);
        }
        s00.intoArray(sum, at);
        s01.intoArray(sum, at + PARTS);
        s02.intoArray(sum, at + 2 * PARTS);
        s03.intoArray(sum, at + 3 * PARTS);
        s10.intoArray(sum, at + next);
        s11.intoArray(sum, at + next + PARTS);
        s12.intoArray(sum, at + next + 2 * PARTS);
        s13.intoArray(sum, at + next + 3 * PARTS);
        s20.intoArray(sum, at + 2 * next);
        s21.intoArray(sum, at + 2 * next + PARTS);
        s22.intoArray(sum, at + 2 * next + 2 * PARTS);
        s23.intoArray(sum, at + 2 * next + 3 * PARTS);
        s30.intoArray(sum, at + 3 * next);
        s31.intoArray(sum, at + 3 * next + PARTS);
        s32.intoArray(sum, at + 3 * next + 2 * PARTS);
        s33.intoArray(sum, at + 3 * next + 3 * PARTS);
    }

    /** Eight dot products' sums go on: rows x of a against rows y of w, from {@code from} to {@code end}. */
    static void fourByTwo(
            float[] a, int x, float[] w, int y, int row, int from, int end, float[] sum, int at, int next) {
        FloatVector s00 = FloatVector.fromArray(LANES, sum, at);
        FloatVector s01 = FloatVector.fromArray(LANES, sum, at + PARTS);
        FloatVector s10 = FloatVector.fromArray(LANES, sum, at + next);
        FloatVector s11 = FloatVector.fromArray(LANES, sum, at + next + PARTS);
        FloatVector s20 = FloatVector.fromArray(LANES, sum, at + 2 * next);
        FloatVector s21 = FloatVector.fromArray(LANES, sum, at + 2 * next + PARTS);
        FloatVector s30 = FloatVector.fromArray(LANES, sum, at + 3 * next);
        FloatVector s31 = FloatVector.fromArray(LANES, sum, at + 3 * next + PARTS);
        for (int k = from; k < end; k += PARTS) {
            FloatVector w0 = FloatVector.fromArray(LANES, w, y + k);
            FloatVector w1 = FloatVector.fromArray(LANES, w, y + row + k);
            FloatVector a0 = FloatVector.fromArray(LANES, a, x + k);
            s00 = a0.fma(w0, s00);
            s01 = a0.fma(w1, s01);
            FloatVector a1 = FloatVector.fromArray(LANES, a, x + row + k);
            s10 = a1.fma(w0, s10);
            s11 = a1.fma(w1, s11);
            FloatVector a2 = FloatVector.fromArray(LANES, a, x + 2 * row + k);
            s20 = a2.fma(w0, s20);
            s21 = a2.fma(w1, s21);
            FloatVector a3 = FloatVector.fromArray(LANES, a, x + 3 * row + k);
            s30 = a3.fma(w0, s30);
            s31 = a3.fma(w1, s31);
        }
        s00.intoArray(sum, at);
        s01.intoArray(sum, at + PARTS);
        s10.intoArray(sum, at + next);
        s11.intoArray(sum, at + next + PARTS);
        s20.intoArray(sum, at + 2 * next);
        s21.intoArray(sum, at + 2 * next + PARTS);
        s30.intoArray(sum, at + 3 * next);
        s31.intoArray(sum, at + 3 * next + PARTS);
    }

    /** One dot product's sums go on. */
    static void one(float[] a, int x, float[] w, int y, int from, int end, float[] sum, int at) {
        FloatVector s = FloatVector.fromArray(LANES, sum, at);
        for (int k = from; k < end; k += PARTS) {
            s = FloatVector.fromArray(LANES, a, x + k).fma(FloatVector.fromArray(LANES, w, y + k), s);
        }
        s.intoArray(sum, at);
    }

    /** The sum of the parts, folded in halves; they are used up. */
    static float fold(float[] parts, int at) {
        for (int half = PARTS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                parts[at + i] += parts[at + half + i];
            }
        }
        return parts[at];
    }
}
