package dnn.simd;

import dnn.engine.backend.PointwiseFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Z = σ(W·A + b) with items side by side in vectors: rows of W are read where they lie, once, and what is packed are
 * the items, of which a step has fewer numbers than a layer has weights. A task is a block of units against a group of
 * panels; its sums are turned around when they are complete. They are the same chains over k as those of
 * {@link FloatProduct}, bit by bit.
 */
final class FloatTurnedProduct extends Job {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();
    private static final int PANEL = FloatPacking.PANEL;
    private static final int TILE = FloatProduct.TILE;

    /**
     * Panels of a task, and the most terms of a sum taken at a time: so many packed items stay in the second level of
     * cache.
     */
    private static final int GROUP = 4;

    private static final int MOST_DEPTH = 1024;

    /** Items of a task: numbers of a row of its sums. */
    private static final int ROW = GROUP * PANEL;

    /** Items turned at a time. */
    private static final int SIDE = 4;

    /**
     * Units of a task, few so that there are tasks for all threads, or many so that packed items are read less often.
     */
    private static final int FEW_UNITS = 32;

    private static final int MANY_UNITS = 64;
    private static final int WORTH_MANY = 1024;

    /** Units below which a panel of units is too empty for this to pay. */
    private static final int LEAST_UNITS = 32;

    /** Multiply-adds below which waking other threads costs more than it saves. */
    private static final long WORTH_SHARING = 400_000;

    private final Workers workers;
    private final FloatPanels panels;
    private final float[][] sums;
    private final float[][] asides;
    private final float[] zeros = new float[PANEL];
    private float[] packed = zeros;
    private FloatArray w = new FloatArray(zeros);
    private FloatArray b = w;
    private FloatArray z = w;
    private PointwiseFunction.Kind kind = PointwiseFunction.Kind.IDENTITY;
    private float slope;
    private int units;
    private int inputs;
    private int items;
    private int depthAtOnce;
    private int unitsOfTask;

    FloatTurnedProduct(Workers workers) {
        this.workers = workers;
        this.panels = new FloatPanels(workers);
        this.sums = new float[workers.count()][MANY_UNITS * ROW];
        this.asides = new float[workers.count()][FloatPointwise.BLOCK];
    }

    /**
     * Tells whether this way is the shorter one: the last panel of items is nearly full, and packing all of W would
     * weigh more than that.
     */
    static boolean suits(int units, int items) {
        return units >= LEAST_UNITS && (items + PANEL - 1) / PANEL * PANEL < items + PANEL / 2;
    }

    /** Z = σ(W·A + b): W (units, inputs) row by row, A (inputs, items) and Z (units, items) column by column. */
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
        z = output;
        units = unitCount;
        inputs = inputCount;
        items = itemCount;
        int blocks = (inputs + MOST_DEPTH - 1) / MOST_DEPTH;
        depthAtOnce = (inputs + blocks - 1) / blocks;
        unitsOfTask = units >= WORTH_MANY ? MANY_UNITS : FEW_UNITS;
        packed = panels.pack(input, inputs, items, depthAtOnce);
        int tasks = groups() * ((units + unitsOfTask - 1) / unitsOfTask);
        workers.run(this, tasks, (long) units * inputs * items >= WORTH_SHARING);
    }

    private int groups() {
        return (items + ROW - 1) / ROW;
    }

    @Override
    void run(int task, int worker) {
        int firstItem = task % groups() * ROW;
        int lastItem = Math.min(items, firstItem + ROW);
        int firstUnit = task / groups() * unitsOfTask;
        int lastUnit = Math.min(units, firstUnit + unitsOfTask);
        float[] sum = sums[worker];
        for (int k = 0; k < inputs; k += depthAtOnce) {
            int terms = Math.min(depthAtOnce, inputs - k);
            for (int unit = firstUnit; unit < lastUnit; unit += TILE) {
                int height = Math.min(TILE, lastUnit - unit);
                int row = w.offset + unit * inputs + k;
                for (int item = firstItem; item < lastItem; item += PANEL) {
                    int panel = panels.at(item, k, terms);
                    int at = (unit - firstUnit) * ROW + item - firstItem;
                    if (k == 0) {
                        FloatRowTiles.tile(
                                height, terms, w.values(), row, inputs, packed, panel, zeros, 0, 0, sum, at, ROW);
                    } else {
                        FloatRowTiles.tile(
                                height, terms, w.values(), row, inputs, packed, panel, sum, at, ROW, sum, at, ROW);
                    }
                }
            }
        }
        activate(sum, firstUnit, lastUnit, lastItem - firstItem, asides[worker]);
        int count = lastUnit - firstUnit;
        int item = firstItem;
        for (; item + SIDE <= lastItem; item += SIDE) {
            turnFour(sum, item - firstItem, count, z.values(), z.offset + item * units + firstUnit, units);
        }
        for (; item < lastItem; item++) {
            turn(sum, item - firstItem, count, z.values(), z.offset + item * units + firstUnit);
        }
    }

    /** Biases and σ, while the sums are in the cache; what fills up the last panel is computed too. */
    private void activate(float[] sum, int firstUnit, int lastUnit, int count, float[] aside) {
        int width = (count + PANEL - 1) / PANEL * PANEL;
        for (int unit = firstUnit; unit < lastUnit; unit++) {
            int at = (unit - firstUnit) * ROW;
            add(b.values()[b.offset + unit], sum, at, width);
            FloatPointwise.activate(kind, slope, sum, at, sum, at, width, aside);
        }
    }

    private static void add(float bias, float[] sum, int from, int count) {
        for (int j = from; j < from + count; j += V) {
            FloatVector.fromArray(LANES, sum, j).add(bias).intoArray(sum, j);
        }
    }

    /** One item's column of the sums becomes a stretch of Z. */
    private static void turn(float[] sum, int from, int count, float[] z, int to) {
        for (int i = 0; i < count; i++) {
            z[to + i] = sum[from + i * ROW];
        }
    }

    /** Four items' columns. */
    private static void turnFour(float[] sum, int from, int count, float[] z, int to, int row) {
        for (int i = 0; i < count; i++) {
            int at = from + i * ROW;
            z[to + i] = sum[at];
            z[to + row + i] = sum[at + 1];
            z[to + 2 * row + i] = sum[at + 2];
            z[to + 3 * row + i] = sum[at + 3];
        }
    }
}
