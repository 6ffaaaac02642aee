package dnn.engine.backend.simd;

import dnn.engine.backend.PointwiseFunction;
import java.util.Arrays;
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
    private static final int MOST_UNITS = 24;

    /** The least numbers of a dot product for which folding does not weigh. */
    private static final int LEAST_DEPTH = 128;

    /** Items of a task. */
    private static final int ITEMS = 8;

    /** Numbers taken at a time: the rows of W at hand stay in the cache. */
    private static final int DEPTH = 4096;

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
    private int unitsAtOnce;
    private int inputs;
    private int items;

    DoubleDots(Workers workers) {
        this.workers = workers;
        this.asides = new double[workers.count()][DoublePointwise.BLOCK];
        this.sums = new double[workers.count()][ITEMS * MOST_UNITS * PARTS];
    }

    /** Whether a layer is of this kind. */
    static boolean suits(int units, int inputs) {
        return units <= MOST_UNITS && inputs >= LEAST_DEPTH;
    }

    /** Z = σ(W·A + b), for a layer that suits. */
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
        unitsAtOnce = unitsAtOnce(units);
        inputs = inputCount;
        items = itemCount;
        workers.run(this, (items + ITEMS - 1) / ITEMS, (long) units * inputs * items >= WORTH_SHARING);
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
        int first = task * ITEMS;
        int count = Math.min(ITEMS, items - first);
        double[] sum = sums[worker];
        Arrays.fill(sum, 0, count * units * PARTS, 0);
        int whole = inputs / PARTS * PARTS;
        for (int k = 0; k < whole; k += DEPTH) {
            int end = Math.min(whole, k + DEPTH);
            for (int i = 0; i < count; i += 4) {
                for (int u = 0; u < units; u += unitsAtOnce) {
                    tile(first, i, Math.min(4, count - i), u, Math.min(unitsAtOnce, units - u), k, end, sum);
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
        if (height == 4 && width == 5) {
            for (int part = 0; part < PARTS; part += V) {
                DoubleDotTiles.fourByFive(
                        a.values(), x + part, w.values(), y + part, inputs, k, end, sum, at + part, units * PARTS);
            }
            return;
        }
        if (height == 4 && width == 4) {
            for (int part = 0; part < PARTS; part += V) {
                DoubleDotTiles.fourByFour(
                        a.values(), x + part, w.values(), y + part, inputs, k, end, sum, at + part, units * PARTS);
            }
            return;
        }
        if (height == 4 && width == 2) {
            for (int part = 0; part < PARTS; part += V) {
                DoubleDotTiles.fourByTwo(
                        a.values(), x + part, w.values(), y + part, inputs, k, end, sum, at + part, units * PARTS);
            }
            return;
        }
        for (int p = 0; p < height; p++) {
            for (int q = 0; q < width; q++) {
                int to = at + (p * units + q) * PARTS;
                for (int part = 0; part < PARTS; part += V) {
                    DoubleDotTiles.one(
                            a.values(),
                            x + p * inputs + part,
                            w.values(),
                            y + q * inputs + part,
                            k,
                            end,
                            sum,
                            to + part);
                }
            }
        }
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
