package dnn.engine.backend.simd;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * dW = s·dZ·Aᵀ for few units on many inputs, as a sum of outer products: a few items' inputs, two vectors each, stay in registers while all units take their share
 * of them. A is read once, in long stretches, and nothing of it is packed. A task is a stretch of inputs, whose sums stay in the cache; each is one chain over the
 * items in ascending order.
 */
final class DoubleOuterProducts extends Job {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int V = LANES.length();
    private static final int PANEL = DoublePacking.PANEL;

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
    private final double[][] sums;
    private double[] shares = {};
    private DoubleArray a = new DoubleArray(shares);
    private DoubleArray result = a;
    private int units;
    private int inputs;
    private int items;
    private int width;

    DoubleOuterProducts(Workers workers) {
        this.workers = workers;
        this.sums = new double[workers.count()][MOST_UNITS * (MOST_WIDTH + PANEL)];
    }

    /** Whether a layer is of this kind. */
    static boolean suits(int units, int inputs) {
        return units <= MOST_UNITS && inputs >= LEAST_INPUTS;
    }

    /** dW ← factor·dZ·Aᵀ: dZ (units, items) and A (inputs, items) column by column, dW (units, inputs) row by row. */
    void into(
            DoubleArray weightGradient,
            DoubleArray gradient,
            DoubleArray input,
            int unitCount,
            int inputCount,
            int itemCount,
            double factor) {
        result = weightGradient;
        a = input;
        units = unitCount;
        inputs = inputCount;
        items = itemCount;
        turn(gradient, DoubleFunctions.number(factor));
        int tasks = (inputs + MOST_WIDTH - 1) / MOST_WIDTH;
        width = (inputs + tasks - 1) / tasks;
        workers.run(this, tasks, (long) units * inputs * items >= WORTH_SHARING);
    }

    /** What each item weighs for each unit, {@link #ITEMS} items side by side. */
    private void turn(DoubleArray gradient, double factor) {
        int size = (items + ITEMS - 1) / ITEMS * ITEMS * units;
        if (shares.length < size) {
            shares = new double[size];
        }
        double[] dz = gradient.values();
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
        double[] sum = sums[worker];
        Arrays.fill(sum, 0, (count + PANEL - 1) / PANEL * PANEL * units, 0);
        double[] x = a.values();
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

    /** Where a panel begins: the last one overlaps the one before, and computes the same numbers again. */
    private static int start(int j, int count) {
        return Math.min(j, count - PANEL);
    }

    /** Eight items: their inputs take sixteen of 32 registers. */
    private static void eight(
            double[] x, int at, int row, double[] shares, int share, int units, double[] sum, int to) {
        DoubleVector x00 = DoubleVector.fromArray(LANES, x, at);
        DoubleVector x01 = DoubleVector.fromArray(LANES, x, at + V);
        DoubleVector x10 = DoubleVector.fromArray(LANES, x, at + row);
        DoubleVector x11 = DoubleVector.fromArray(LANES, x, at + row + V);
        DoubleVector x20 = DoubleVector.fromArray(LANES, x, at + 2 * row);
        DoubleVector x21 = DoubleVector.fromArray(LANES, x, at + 2 * row + V);
        DoubleVector x30 = DoubleVector.fromArray(LANES, x, at + 3 * row);
        DoubleVector x31 = DoubleVector.fromArray(LANES, x, at + 3 * row + V);
        DoubleVector x40 = DoubleVector.fromArray(LANES, x, at + 4 * row);
        DoubleVector x41 = DoubleVector.fromArray(LANES, x, at + 4 * row + V);
        DoubleVector x50 = DoubleVector.fromArray(LANES, x, at + 5 * row);
        DoubleVector x51 = DoubleVector.fromArray(LANES, x, at + 5 * row + V);
        DoubleVector x60 = DoubleVector.fromArray(LANES, x, at + 6 * row);
        DoubleVector x61 = DoubleVector.fromArray(LANES, x, at + 6 * row + V);
        DoubleVector x70 = DoubleVector.fromArray(LANES, x, at + 7 * row);
        DoubleVector x71 = DoubleVector.fromArray(LANES, x, at + 7 * row + V);
        for (int unit = 0; unit < units; unit++) {
            DoubleVector s0 = DoubleVector.fromArray(LANES, sum, to + unit * PANEL);
            DoubleVector s1 = DoubleVector.fromArray(LANES, sum, to + unit * PANEL + V);
            DoubleVector d = DoubleVector.broadcast(LANES, shares[share + unit * 8]);
            s0 = d.fma(x00, s0);
            s1 = d.fma(x01, s1);
            d = DoubleVector.broadcast(LANES, shares[share + unit * 8 + 1]);
            s0 = d.fma(x10, s0);
            s1 = d.fma(x11, s1);
            d = DoubleVector.broadcast(LANES, shares[share + unit * 8 + 2]);
            s0 = d.fma(x20, s0);
            s1 = d.fma(x21, s1);
            d = DoubleVector.broadcast(LANES, shares[share + unit * 8 + 3]);
            s0 = d.fma(x30, s0);
            s1 = d.fma(x31, s1);
            d = DoubleVector.broadcast(LANES, shares[share + unit * 8 + 4]);
            s0 = d.fma(x40, s0);
            s1 = d.fma(x41, s1);
            d = DoubleVector.broadcast(LANES, shares[share + unit * 8 + 5]);
            s0 = d.fma(x50, s0);
            s1 = d.fma(x51, s1);
            d = DoubleVector.broadcast(LANES, shares[share + unit * 8 + 6]);
            s0 = d.fma(x60, s0);
            s1 = d.fma(x61, s1);
            d = DoubleVector.broadcast(LANES, shares[share + unit * 8 + 7]);
            s0 = d.fma(x70, s0);
            s1 = d.fma(x71, s1);
            s0.intoArray(sum, to + unit * PANEL);
            s1.intoArray(sum, to + unit * PANEL + V);
        }
    }

    /** Four items: their inputs take eight of 16 registers. */
    private static void four(double[] x, int at, int row, double[] shares, int share, int units, double[] sum, int to) {
        DoubleVector x00 = DoubleVector.fromArray(LANES, x, at);
        DoubleVector x01 = DoubleVector.fromArray(LANES, x, at + V);
        DoubleVector x10 = DoubleVector.fromArray(LANES, x, at + row);
        DoubleVector x11 = DoubleVector.fromArray(LANES, x, at + row + V);
        DoubleVector x20 = DoubleVector.fromArray(LANES, x, at + 2 * row);
        DoubleVector x21 = DoubleVector.fromArray(LANES, x, at + 2 * row + V);
        DoubleVector x30 = DoubleVector.fromArray(LANES, x, at + 3 * row);
        DoubleVector x31 = DoubleVector.fromArray(LANES, x, at + 3 * row + V);
        for (int unit = 0; unit < units; unit++) {
            DoubleVector s0 = DoubleVector.fromArray(LANES, sum, to + unit * PANEL);
            DoubleVector s1 = DoubleVector.fromArray(LANES, sum, to + unit * PANEL + V);
            DoubleVector d = DoubleVector.broadcast(LANES, shares[share + unit * 4]);
            s0 = d.fma(x00, s0);
            s1 = d.fma(x01, s1);
            d = DoubleVector.broadcast(LANES, shares[share + unit * 4 + 1]);
            s0 = d.fma(x10, s0);
            s1 = d.fma(x11, s1);
            d = DoubleVector.broadcast(LANES, shares[share + unit * 4 + 2]);
            s0 = d.fma(x20, s0);
            s1 = d.fma(x21, s1);
            d = DoubleVector.broadcast(LANES, shares[share + unit * 4 + 3]);
            s0 = d.fma(x30, s0);
            s1 = d.fma(x31, s1);
            s0.intoArray(sum, to + unit * PANEL);
            s1.intoArray(sum, to + unit * PANEL + V);
        }
    }

    /** What is left of the items, one after the other. */
    private static void one(double[] x, int at, double[] shares, int share, int units, double[] sum, int to) {
        DoubleVector x0 = DoubleVector.fromArray(LANES, x, at);
        DoubleVector x1 = DoubleVector.fromArray(LANES, x, at + V);
        for (int unit = 0; unit < units; unit++) {
            DoubleVector d = DoubleVector.broadcast(LANES, shares[share + unit * ITEMS]);
            int at0 = to + unit * PANEL;
            d.fma(x0, DoubleVector.fromArray(LANES, sum, at0)).intoArray(sum, at0);
            d.fma(x1, DoubleVector.fromArray(LANES, sum, at0 + V)).intoArray(sum, at0 + V);
        }
    }
}
