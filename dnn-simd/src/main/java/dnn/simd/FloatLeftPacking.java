package dnn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies A into stripes of {@link #STRIPE} rows, each with its k ascending: a tile then reads on through one stretch of
 * memory instead of a line a row or a k. A task is a stripe.
 */
final class FloatLeftPacking extends Job {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /** Rows of A of a stripe. */
    static final int STRIPE = 16;

    /** Terms filled at a time from rows: they stay in the first level of cache. */
    private static final int BLOCK = 128;

    private static final int WORTH_SHARING = 200_000;

    private final Workers workers;
    private float[] packed = {};
    private float[] a = packed;
    private int from;
    private int row;
    private int rows;
    private int depth;
    private boolean transposed;
    private float scale;

    FloatLeftPacking(Workers workers) {
        this.workers = workers;
    }

    /**
     * The stripes, one behind the other: a(i, k) at {@code (i / STRIPE)·STRIPE·depth + k·STRIPE + i % STRIPE}. What is
     * read for it lies at {@code first + i·rowLength + k}, or where transposed at {@code first + k·rowLength + i}.
     *
     * @param factor what a transposed A is multiplied by on the way; of no effect on another
     */
    float[] pack(
            float[] values, int first, int rowLength, boolean isTransposed, int rowCount, int terms, float factor) {
        scale = factor;
        a = values;
        from = first;
        row = rowLength;
        transposed = isTransposed;
        rows = rowCount;
        depth = terms;
        int stripes = (rows + STRIPE - 1) / STRIPE;
        int size = stripes * STRIPE * depth;
        if (packed.length < size) {
            packed = new float[size];
        }
        workers.run(this, stripes, size >= WORTH_SHARING);
        return packed;
    }

    @Override
    void run(int task, int worker) {
        int first = task * STRIPE;
        int to = first * depth;
        int height = Math.min(STRIPE, rows - first);
        if (!transposed) {
            rows(a, from + first * row, row, height, depth, packed, to);
        } else if (height == STRIPE) {
            columns(a, from + first, row, depth, scale, packed, to);
        } else {
            someColumns(a, from + first, row, height, depth, scale, packed, to);
        }
    }

    private static void columns(float[] a, int from, int row, int depth, float factor, float[] packed, int to) {
        for (int k = 0; k < depth; k++) {
            for (int i = 0; i < STRIPE; i += V) {
                FloatVector.fromArray(LANES, a, from + k * row + i).mul(factor).intoArray(packed, to + k * STRIPE + i);
            }
        }
    }

    private static void someColumns(
            float[] a, int from, int row, int height, int depth, float factor, float[] packed, int to) {
        for (int k = 0; k < depth; k++) {
            for (int i = 0; i < height; i++) {
                packed[to + k * STRIPE + i] = factor * a[from + k * row + i];
            }
        }
    }

    private static void rows(float[] a, int from, int row, int height, int depth, float[] packed, int to) {
        for (int k = 0; k < depth; k += BLOCK) {
            int terms = Math.min(BLOCK, depth - k);
            int i = 0;
            for (; i + 4 <= height; i += 4) {
                FloatPacking.fourColumns(a, from + i * row + k, row, terms, packed, to + k * STRIPE + i, STRIPE);
            }
            for (; i < height; i++) {
                FloatPacking.column(a, from + i * row + k, terms, packed, to + k * STRIPE + i, STRIPE);
            }
        }
    }
}
