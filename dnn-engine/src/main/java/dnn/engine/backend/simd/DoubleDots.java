package dnn.engine.backend.simd;

import dnn.engine.backend.PointwiseFunction;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Z = W·A + b where rows of W and items are long and few: dot products of contiguous stretches, nothing packed. A dot product is {@link #PARTS} sums, of every
 * PARTS-th number each, whatever the width of a vector; they are folded in halves.
 */
final class DoubleDots extends Job {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int V = LANES.length();

    /** Sums of a dot product. */
    static final int PARTS = Lanes.LOGICAL_BITS / Double.SIZE;

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
    private final double[][] sums;
    private final double[][] asides;
    private DoubleArray w = new DoubleArray(new double[0]);
    private DoubleArray b = w;
    private DoubleArray a = w;
    private DoubleArray z = w;
    private PointwiseFunction.Kind kind = PointwiseFunction.Kind.IDENTITY;
    private double slope;
    private int units;
    private int inputs;
    private int items;

    DoubleDots(Workers workers) {
        this.workers = workers;
        this.asides = new double[workers.count()][DoublePointwise.BLOCK];
        this.sums = new double[workers.count()][ITEMS * MOST_UNITS * PARTS];
    }

    /** Z = σ(W·A + b), for at most {@link #MOST_UNITS} units. */
    void run(
            PointwiseFunction function,
            DoubleArray weights,
            DoubleArray biases,
            DoubleArray input,
            DoubleArray output,
            int unitCount,
            int inputCount,
            int itemCount) {
        kind = function.kind();
        slope = DoubleFunctions.number(function.slope());
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
        double[] sum = sums[worker];
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
        DoublePointwise.activate(kind, slope, sum, 0, sum, 0, (rest + V - 1) / V * V, asides[worker]);
        System.arraycopy(sum, 0, z.values(), z.offset + first * units, rest);
    }

    private void tile(int first, int i, int height, int u, int width, int k, int end, double[] sum) {
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
            double[] a, int x, double[] w, int y, int row, int from, int end, double[] sum, int at, int next) {
        DoubleVector s00 = DoubleVector.fromArray(LANES, sum, at);
        DoubleVector s01 = DoubleVector.fromArray(LANES, sum, at + PARTS);
        DoubleVector s02 = DoubleVector.fromArray(LANES, sum, at + 2 * PARTS);
        DoubleVector s03 = DoubleVector.fromArray(LANES, sum, at + 3 * PARTS);
        DoubleVector s10 = DoubleVector.fromArray(LANES, sum, at + next);
        DoubleVector s11 = DoubleVector.fromArray(LANES, sum, at + next + PARTS);
        DoubleVector s12 = DoubleVector.fromArray(LANES, sum, at + next + 2 * PARTS);
        DoubleVector s13 = DoubleVector.fromArray(LANES, sum, at + next + 3 * PARTS);
        DoubleVector s20 = DoubleVector.fromArray(LANES, sum, at + 2 * next);
        DoubleVector s21 = DoubleVector.fromArray(LANES, sum, at + 2 * next + PARTS);
        DoubleVector s22 = DoubleVector.fromArray(LANES, sum, at + 2 * next + 2 * PARTS);
        DoubleVector s23 = DoubleVector.fromArray(LANES, sum, at + 2 * next + 3 * PARTS);
        DoubleVector s30 = DoubleVector.fromArray(LANES, sum, at + 3 * next);
        DoubleVector s31 = DoubleVector.fromArray(LANES, sum, at + 3 * next + PARTS);
        DoubleVector s32 = DoubleVector.fromArray(LANES, sum, at + 3 * next + 2 * PARTS);
        DoubleVector s33 = DoubleVector.fromArray(LANES, sum, at + 3 * next + 3 * PARTS);
        for (int k = from; k < end; k += PARTS) {
            DoubleVector w0 = DoubleVector.fromArray(LANES, w, y + k);
            DoubleVector w1 = DoubleVector.fromArray(LANES, w, y + row + k);
            DoubleVector w2 = DoubleVector.fromArray(LANES, w, y + 2 * row + k);
            DoubleVector w3 = DoubleVector.fromArray(LANES, w, y + 3 * row + k);
            DoubleVector a0 = DoubleVector.fromArray(LANES, a, x + k);
            s00 = a0.fma(w0, s00);
            s01 = a0.fma(w1, s01);
            s02 = a0.fma(w2, s02);
            s03 = a0.fma(w3, s03);
            DoubleVector a1 = DoubleVector.fromArray(LANES, a, x + row + k);
            s10 = a1.fma(w0, s10);
            s11 = a1.fma(w1, s11);
            s12 = a1.fma(w2, s12);
            s13 = a1.fma(w3, s13);
            DoubleVector a2 = DoubleVector.fromArray(LANES, a, x + 2 * row + k);
            s20 = a2.fma(w0, s20);
            s21 = a2.fma(w1, s21);
            s22 = a2.fma(w2, s22);
            s23 = a2.fma(w3, s23);
            DoubleVector a3 = DoubleVector.fromArray(LANES, a, x + 3 * row + k);
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
            double[] a, int x, double[] w, int y, int row, int from, int end, double[] sum, int at, int next) {
        DoubleVector s00 = DoubleVector.fromArray(LANES, sum, at);
        DoubleVector s01 = DoubleVector.fromArray(LANES, sum, at + PARTS);
        DoubleVector s10 = DoubleVector.fromArray(LANES, sum, at + next);
        DoubleVector s11 = DoubleVector.fromArray(LANES, sum, at + next + PARTS);
        DoubleVector s20 = DoubleVector.fromArray(LANES, sum, at + 2 * next);
        DoubleVector s21 = DoubleVector.fromArray(LANES, sum, at + 2 * next + PARTS);
        DoubleVector s30 = DoubleVector.fromArray(LANES, sum, at + 3 * next);
        DoubleVector s31 = DoubleVector.fromArray(LANES, sum, at + 3 * next + PARTS);
        for (int k = from; k < end; k += PARTS) {
            DoubleVector w0 = DoubleVector.fromArray(LANES, w, y + k);
            DoubleVector w1 = DoubleVector.fromArray(LANES, w, y + row + k);
            DoubleVector a0 = DoubleVector.fromArray(LANES, a, x + k);
            s00 = a0.fma(w0, s00);
            s01 = a0.fma(w1, s01);
            DoubleVector a1 = DoubleVector.fromArray(LANES, a, x + row + k);
            s10 = a1.fma(w0, s10);
            s11 = a1.fma(w1, s11);
            DoubleVector a2 = DoubleVector.fromArray(LANES, a, x + 2 * row + k);
            s20 = a2.fma(w0, s20);
            s21 = a2.fma(w1, s21);
            DoubleVector a3 = DoubleVector.fromArray(LANES, a, x + 3 * row + k);
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
    static void one(double[] a, int x, double[] w, int y, int from, int end, double[] sum, int at) {
        DoubleVector s = DoubleVector.fromArray(LANES, sum, at);
        for (int k = from; k < end; k += PARTS) {
            s = DoubleVector.fromArray(LANES, a, x + k).fma(DoubleVector.fromArray(LANES, w, y + k), s);
        }
        s.intoArray(sum, at);
    }

    /** The sum of the parts, folded in halves; they are used up. */
    static double fold(double[] parts, int at) {
        for (int half = PARTS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                parts[at + i] += parts[at + half + i];
            }
        }
        return parts[at];
    }
}
