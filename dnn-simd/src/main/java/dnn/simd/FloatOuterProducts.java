package dnn.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * dW = s·dZ·Aᵀ for few units on many inputs, as a sum of outer products: a few items' inputs, two vectors each, stay in
 * registers while all units take their share of them. A is read once, in long stretches, and nothing of it is packed. A
 * task is a stretch of inputs, whose sums stay in the cache; each is one chain over the items in ascending order.
 */
final class FloatOuterProducts extends Job {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();
    private static final int PANEL = FloatPacking.PANEL;

    /** The most units that are done this way. */
    private static final int MOST_UNITS = 32;

    /** The least inputs: several panels. */
    private static final int LEAST_INPUTS = 128;

    /** Items taken at a time: what the registers hold of their inputs. */
    private static final int ITEMS = Lanes.BITS == 512 ? 8 : 4;

    /** The most inputs of a task. */
    private static final int MOST_WIDTH = 2048;

    private static final long WORTH_SHARING = 400_000;

    private final Workers workers;
    private final float[][] sums;
    private float[] shares = {};
    private FloatArray a = new FloatArray(shares);
    private FloatArray result = a;
    private int units;
    private int inputs;
    private int items;
    private int width;

    FloatOuterProducts(Workers workers) {
        this.workers = workers;
        this.sums = new float[workers.count()][MOST_UNITS * (MOST_WIDTH + PANEL)];
    }

    /** Tells whether a layer is of this kind. */
    static boolean suits(int units, int inputs) {
        return units <= MOST_UNITS && inputs >= LEAST_INPUTS;
    }

    /** dW ← factor·dZ·Aᵀ: dZ (units, items) and A (inputs, items) column by column, dW (units, inputs) row by row. */
    void into(
            FloatArray weightGradient,
            FloatArray gradient,
            FloatArray input,
            int unitCount,
            int inputCount,
            int itemCount,
            double factor) {
        result = weightGradient;
        a = input;
        units = unitCount;
        inputs = inputCount;
        items = itemCount;
        turn(gradient, FloatFunctions.number(factor));
        int tasks = (inputs + MOST_WIDTH - 1) / MOST_WIDTH;
        width = (inputs + tasks - 1) / tasks;
        workers.run(this, tasks, (long) units * inputs * items >= WORTH_SHARING);
    }

    /** The weight of each item for each unit, {@link #ITEMS} items side by side. */
    private void turn(FloatArray gradient, float factor) {
        int size = (items + ITEMS - 1) / ITEMS * ITEMS * units;
        if (shares.length < size) {
            shares = new float[size];
        }
        float[] dz = gradient.values();
        for (int item = 0; item < items; item++) {
            int from = gradient.offset + item * units;
            int to = item / ITEMS * ITEMS * units + item % ITEMS;
            for (int unit = 0; unit < units; unit++) {
                shares[to + unit * ITEMS] = factor * dz[from + unit];
            }
        }
    }

    @Override
    void run(int task, int worker) {
        int first = task * width;
        int count = Math.min(width, inputs - first);
        float[] sum = sums[worker];
        Arrays.fill(sum, 0, (count + PANEL - 1) / PANEL * PANEL * units, 0);
        float[] x = a.values();
        int item = 0;
        for (; item + ITEMS <= items; item += ITEMS) {
            int share = item * units;
            for (int j = 0; j < count; j += PANEL) {
                int at = a.offset + item * inputs + first + start(j, count);
                if (ITEMS == 8) {
                    eight(x, at, inputs, shares, share, units, sum, j * units);
                } else {
                    four(x, at, inputs, shares, share, units, sum, j * units);
                }
            }
        }
        for (; item < items; item++) {
            int share = item / ITEMS * ITEMS * units + item % ITEMS;
            for (int j = 0; j < count; j += PANEL) {
                one(x, a.offset + item * inputs + first + start(j, count), shares, share, units, sum, j * units);
            }
        }
        for (int j = 0; j < count; j += PANEL) {
            int to = result.offset + first + start(j, count);
            for (int unit = 0; unit < units; unit++) {
                System.arraycopy(sum, j * units + unit * PANEL, result.values(), to + unit * inputs, PANEL);
            }
        }
    }

    /** The place where a panel begins: the last one overlaps the one before, and computes the same numbers again. */
    private static int start(int j, int count) {
        return Math.min(j, count - PANEL);
    }

    /** Eight items: their inputs take sixteen of 32 registers. */
    private static void eight(float[] x, int at, int row, float[] shares, int share, int units, float[] sum, int to) {
        FloatVector x00 = FloatVector.fromArray(LANES, x, at);
        FloatVector x01 = FloatVector.fromArray(LANES, x, at + V);
        FloatVector x10 = FloatVector.fromArray(LANES, x, at + row);
        FloatVector x11 = FloatVector.fromArray(LANES, x, at + row + V);
        FloatVector x20 = FloatVector.fromArray(LANES, x, at + 2 * row);
        FloatVector x21 = FloatVector.fromArray(LANES, x, at + 2 * row + V);
        FloatVector x30 = FloatVector.fromArray(LANES, x, at + 3 * row);
        FloatVector x31 = FloatVector.fromArray(LANES, x, at + 3 * row + V);
        FloatVector x40 = FloatVector.fromArray(LANES, x, at + 4 * row);
        FloatVector x41 = FloatVector.fromArray(LANES, x, at + 4 * row + V);
        FloatVector x50 = FloatVector.fromArray(LANES, x, at + 5 * row);
        FloatVector x51 = FloatVector.fromArray(LANES, x, at + 5 * row + V);
        FloatVector x60 = FloatVector.fromArray(LANES, x, at + 6 * row);
        FloatVector x61 = FloatVector.fromArray(LANES, x, at + 6 * row + V);
        FloatVector x70 = FloatVector.fromArray(LANES, x, at + 7 * row);
        FloatVector x71 = FloatVector.fromArray(LANES, x, at + 7 * row + V);
        for (int unit = 0; unit < units; unit++) {
            FloatVector s0 = FloatVector.fromArray(LANES, sum, to + unit * PANEL);
            FloatVector s1 = FloatVector.fromArray(LANES, sum, to + unit * PANEL + V);
            FloatVector d = FloatVector.broadcast(LANES, shares[share + unit * 8]);
            s0 = d.fma(x00, s0);
            s1 = d.fma(x01, s1);
            d = FloatVector.broadcast(LANES, shares[share + unit * 8 + 1]);
            s0 = d.fma(x10, s0);
            s1 = d.fma(x11, s1);
            d = FloatVector.broadcast(LANES, shares[share + unit * 8 + 2]);
            s0 = d.fma(x20, s0);
            s1 = d.fma(x21, s1);
            d = FloatVector.broadcast(LANES, shares[share + unit * 8 + 3]);
            s0 = d.fma(x30, s0);
            s1 = d.fma(x31, s1);
            d = FloatVector.broadcast(LANES, shares[share + unit * 8 + 4]);
            s0 = d.fma(x40, s0);
            s1 = d.fma(x41, s1);
            d = FloatVector.broadcast(LANES, shares[share + unit * 8 + 5]);
            s0 = d.fma(x50, s0);
            s1 = d.fma(x51, s1);
            d = FloatVector.broadcast(LANES, shares[share + unit * 8 + 6]);
            s0 = d.fma(x60, s0);
            s1 = d.fma(x61, s1);
            d = FloatVector.broadcast(LANES, shares[share + unit * 8 + 7]);
            s0 = d.fma(x70, s0);
            s1 = d.fma(x71, s1);
            s0.intoArray(sum, to + unit * PANEL);
            s1.intoArray(sum, to + unit * PANEL + V);
        }
    }

    /** Four items: their inputs take eight of 16 registers. */
    private static void four(float[] x, int at, int row, float[] shares, int share, int units, float[] sum, int to) {
        FloatVector x00 = FloatVector.fromArray(LANES, x, at);
        FloatVector x01 = FloatVector.fromArray(LANES, x, at + V);
        FloatVector x10 = FloatVector.fromArray(LANES, x, at + row);
        FloatVector x11 = FloatVector.fromArray(LANES, x, at + row + V);
        FloatVector x20 = FloatVector.fromArray(LANES, x, at + 2 * row);
        FloatVector x21 = FloatVector.fromArray(LANES, x, at + 2 * row + V);
        FloatVector x30 = FloatVector.fromArray(LANES, x, at + 3 * row);
        FloatVector x31 = FloatVector.fromArray(LANES, x, at + 3 * row + V);
        for (int unit = 0; unit < units; unit++) {
            FloatVector s0 = FloatVector.fromArray(LANES, sum, to + unit * PANEL);
            FloatVector s1 = FloatVector.fromArray(LANES, sum, to + unit * PANEL + V);
            FloatVector d = FloatVector.broadcast(LANES, shares[share + unit * 4]);
            s0 = d.fma(x00, s0);
            s1 = d.fma(x01, s1);
            d = FloatVector.broadcast(LANES, shares[share + unit * 4 + 1]);
            s0 = d.fma(x10, s0);
            s1 = d.fma(x11, s1);
            d = FloatVector.broadcast(LANES, shares[share + unit * 4 + 2]);
            s0 = d.fma(x20, s0);
            s1 = d.fma(x21, s1);
            d = FloatVector.broadcast(LANES, shares[share + unit * 4 + 3]);
            s0 = d.fma(x30, s0);
            s1 = d.fma(x31, s1);
            s0.intoArray(sum, to + unit * PANEL);
            s1.intoArray(sum, to + unit * PANEL + V);
        }
    }

    /** The rest of the items, one after the other. */
    private static void one(float[] x, int at, float[] shares, int share, int units, float[] sum, int to) {
        FloatVector x0 = FloatVector.fromArray(LANES, x, at);
        FloatVector x1 = FloatVector.fromArray(LANES, x, at + V);
        for (int unit = 0; unit < units; unit++) {
            FloatVector d = FloatVector.broadcast(LANES, shares[share + unit * ITEMS]);
            int at0 = to + unit * PANEL;
            d.fma(x0, FloatVector.fromArray(LANES, sum, at0)).intoArray(sum, at0);
            d.fma(x1, FloatVector.fromArray(LANES, sum, at0 + V)).intoArray(sum, at0 + V);
        }
    }
}
