package dnn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Softmax, its way back, and the categorical cross-entropy from logits. A lane is an item: a task turns a block of
 * items around, so that maxima and sums over units are chains in every lane and no order depends on the width of a
 * vector.
 */
final class FloatSoftmax extends Job {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /** Items that {@link #softmax} does at a time. */
    static final int ITEMS = V;

    // Places in the memory aside.
    private static final int TARGETS = V;
    private static final int EXPONENTS = 2 * V;

    /** Items of a task: a multiple of every width. */
    private static final int BLOCK = 32;

    private static final int WORTH_SHARING = 16_384;

    private final Workers workers;
    private final float[][] values;
    private final float[][] others;
    private final float[][] asides;
    private float[] losses = {};
    private FloatArray z = new FloatArray(losses);
    private @Nullable FloatArray y;
    private @Nullable FloatArray a;
    private @Nullable FloatArray g;
    private boolean backward;
    private int units;
    private int items;

    FloatSoftmax(Workers workers) {
        this.workers = workers;
        this.values = new float[workers.count()][];
        this.asides = new float[workers.count()][FloatPointwise.BLOCK];
        this.others = new float[workers.count()][];
    }

    /** A = softmax(Z). */
    void forward(FloatArray logits, FloatArray probabilities, int unitCount, int itemCount) {
        run(false, logits, null, probabilities, null, unitCount, itemCount);
    }

    /** dz_k = a_k (da_k − Σ_j da_j a_j), in place. */
    void backward(FloatArray probabilities, FloatArray gradient, int unitCount, int itemCount) {
        run(true, probabilities, null, null, gradient, unitCount, itemCount);
    }

    /** Σ_i Σ_k y_k (log Σ_j e^z_j − z_k); A = softmax(Z) and dZ = A − Y where wanted. */
    double crossEntropy(
            FloatArray logits,
            FloatArray targets,
            @Nullable FloatArray probabilities,
            @Nullable FloatArray gradient,
            int unitCount,
            int itemCount) {
        run(false, logits, targets, probabilities, gradient, unitCount, itemCount);
        return FloatSums.inOrder(losses, 0, itemCount);
    }

    private void run(
            boolean wayBack,
            FloatArray input,
            @Nullable FloatArray targets,
            @Nullable FloatArray probabilities,
            @Nullable FloatArray gradient,
            int unitCount,
            int itemCount) {
        backward = wayBack;
        z = input;
        y = targets;
        a = probabilities;
        g = gradient;
        units = unitCount;
        items = itemCount;
        int tasks = units == 0 ? 0 : (items + BLOCK - 1) / BLOCK;
        if (losses.length < tasks * BLOCK) {
            losses = new float[tasks * BLOCK];
        }
        if (values[0] == null || values[0].length < units * V) {
            for (int i = 0; i < values.length; i++) {
                values[i] = new float[units * V];
                others[i] = new float[units * V];
            }
        }
        workers.run(this, tasks, (long) units * items >= WORTH_SHARING);
    }

    @Override
    void run(int task, int worker) {
        int end = Math.min(items, (task + 1) * BLOCK);
        for (int first = task * BLOCK; first < end; first += V) {
            int count = Math.min(V, end - first);
            float[] value = values[worker];
            float[] other = others[worker];
            turn(z, first, count, value);
            if (backward && g != null) {
                turn(g, first, count, other);
                backward(units, value, other);
                turnBack(other, first, count, g);
                continue;
            }
            if (y != null) {
                turn(y, first, count, other);
                softmax(units, V, value, 0, other, 0, losses, first, asides[worker]);
            } else {
                softmax(units, V, value, 0, value, 0, losses, first, asides[worker]);
            }
            if (a != null) {
                turnBack(value, first, count, a);
            }
            if (g != null) {
                FloatLosses.difference(1, value, 0, other, 0, other, 0, units * V);
                turnBack(other, first, count, g);
            }
        }
    }

    private void turn(FloatArray from, int first, int count, float[] to) {
        for (int i = 0; i < count; i++) {
            turnItem(from.values(), from.offset + (first + i) * units, to, i, units);
        }
        for (int i = count; i < V; i++) {
            turnItem(from.values(), from.offset + first * units, to, i, units);
        }
    }

    private static void turnItem(float[] from, int at, float[] to, int lane, int units) {
        for (int k = 0; k < units; k++) {
            to[k * V + lane] = from[at + k];
        }
    }

    private void turnBack(float[] from, int first, int count, FloatArray to) {
        for (int i = 0; i < count; i++) {
            turnItemBack(from, i, to.values(), to.offset + (first + i) * units, units);
        }
    }

    private static void turnItemBack(float[] from, int lane, float[] to, int at, int units) {
        for (int k = 0; k < units; k++) {
            to[at + k] = from[k * V + lane];
        }
    }

    /**
     * Replaces logits by probabilities and writes each lane's Σ_k y_k (log Σ_j e^z_j − z_k), the logits shifted by
     * their maximum. Lanes are items; unit k lies {@code k·row} behind the first. {@code aside} holds
     * {@link FloatPointwise#BLOCK} numbers.
     */
    static void softmax(
            int units,
            int row,
            float[] z,
            int zFrom,
            float[] y,
            int yFrom,
            float[] losses,
            int lossesFrom,
            float[] aside) {
        shift(units, row, z, zFrom, y, yFrom, losses, lossesFrom, aside);
        if (row == V) {
            FloatFunctions.exponentials(z, zFrom, units * V, 0);
        } else {
            for (int k = 0; k < units; k++) {
                FloatFunctions.exponentials(z, zFrom + k * row, V, 0);
            }
        }
        divideBySum(units, row, z, zFrom, aside);
        FloatFunctions.logarithms(aside, 0, V, aside, EXPONENTS);
        combine(aside, losses, lossesFrom);
    }

    /** z ← z − max z; losses ← Σ y·z of these; the second vector aside ← Σ y. */
    private static void shift(
            int units,
            int row,
            float[] z,
            int zFrom,
            float[] y,
            int yFrom,
            float[] losses,
            int lossesFrom,
            float[] aside) {
        FloatVector max = FloatVector.fromArray(LANES, z, zFrom);
        for (int k = 1; k < units; k++) {
            FloatVector value = FloatVector.fromArray(LANES, z, zFrom + k * row);
            max = max.blend(value, value.compare(VectorOperators.GT, max));
        }
        FloatVector dot = FloatVector.zero(LANES);
        FloatVector targets = FloatVector.zero(LANES);
        for (int k = 0; k < units; k++) {
            FloatVector shifted =
                    FloatVector.fromArray(LANES, z, zFrom + k * row).sub(max);
            FloatVector target = FloatVector.fromArray(LANES, y, yFrom + k * row);
            dot = target.fma(shifted, dot);
            targets = targets.add(target);
            shifted.intoArray(z, zFrom + k * row);
        }
        dot.intoArray(losses, lossesFrom);
        targets.intoArray(aside, TARGETS);
    }

    /** z ← z/Σ z; the first vector aside ← Σ z. */
    private static void divideBySum(int units, int row, float[] z, int zFrom, float[] aside) {
        FloatVector sum = FloatVector.zero(LANES);
        for (int k = 0; k < units; k++) {
            sum = sum.add(FloatVector.fromArray(LANES, z, zFrom + k * row));
        }
        for (int k = 0; k < units; k++) {
            FloatVector.fromArray(LANES, z, zFrom + k * row).div(sum).intoArray(z, zFrom + k * row);
        }
        sum.intoArray(aside, 0);
    }

    /** losses ← log Σ · Σ y − losses. */
    private static void combine(float[] aside, float[] losses, int lossesFrom) {
        FloatVector.fromArray(LANES, aside, 0)
                .fma(
                        FloatVector.fromArray(LANES, aside, TARGETS),
                        FloatVector.fromArray(LANES, losses, lossesFrom).neg())
                .intoArray(losses, lossesFrom);
    }

    private static void backward(int units, float[] a, float[] g) {
        FloatVector dot = FloatVector.zero(LANES);
        for (int k = 0; k < units * V; k += V) {
            dot = FloatVector.fromArray(LANES, g, k).fma(FloatVector.fromArray(LANES, a, k), dot);
        }
        for (int k = 0; k < units * V; k += V) {
            FloatVector.fromArray(LANES, g, k)
                    .sub(dot)
                    .mul(FloatVector.fromArray(LANES, a, k))
                    .intoArray(g, k);
        }
    }
}
