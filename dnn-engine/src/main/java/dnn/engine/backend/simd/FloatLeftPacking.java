package dnn.engine.backend.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies an A that is stored transposed, a(i, k) at {@code from + k·row + i}, into stripes of {@link #STRIPE} rows, each with its k ascending: a tile then reads on
 * instead of jumping from line to line. A task is a stripe.
 */
final class FloatLeftPacking extends Job {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /** Rows of A of a stripe. */
    static final int STRIPE = 16;

    private static final int WORTH_SHARING = 200_000;

    private final Workers workers;
    private float[] packed = {};
    private float[] a = packed;
    private int from;
    private int row;
    private int rows;
    private int depth;

    FloatLeftPacking(Workers workers) {
        this.workers = workers;
    }

    /** The stripes, one behind the other: a(i, k) at {@code (i / STRIPE)·STRIPE·depth + k·STRIPE + i % STRIPE}. */
    float[] pack(float[] values, int first, int rowLength, int rowCount, int terms) {
        a = values;
        from = first;
        row = rowLength;
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
        if (rows - first >= STRIPE) {
            whole(a, from + first, row, depth, packed, to);
            return;
        }
        for (int k = 0; k < depth; k++) {
            for (int i = 0; i < rows - first; i++) {
                packed[to + k * STRIPE + i] = a[from + first + k * row + i];
            }
        }
    }

    private static void whole(float[] a, int from, int row, int depth, float[] packed, int to) {
        for (int k = 0; k < depth; k++) {
            for (int i = 0; i < STRIPE; i += V) {
                FloatVector.fromArray(LANES, a, from + k * row + i).intoArray(packed, to + k * STRIPE + i);
            }
        }
    }
}
