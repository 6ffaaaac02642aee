package dnn.engine.backend.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Softmax, its way back, and the categorical cross-entropy from logits. A lane is an item: a task turns a block of items around, so that maxima and sums over
 * units are chains in every lane and no order depends on the width of a vector.
 */
final class DoubleSoftmax extends Job {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
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
    private final double[][] values;
    private final double[][] others;
    private final double[][] asides;
    private double[] losses = {};
    private DoubleArray z = new DoubleArray(losses);
    private @Nullable DoubleArray y;
    private @Nullable DoubleArray a;
    private @Nullable DoubleArray g;
    private boolean backward;
    private int units;
    private int items;

    DoubleSoftmax(Workers workers) {
        this.workers = workers;
        this.values = new double[workers.count()][];
        this.asides = new double[workers.count()][DoublePointwise.BLOCK];
        this.others = new double[workers.count()][];
    }

    /** A = softmax(Z). */
    void forward(DoubleArray logits, DoubleArray probabilities, int unitCount, int itemCount) {
        run(false, logits, null, probabilities, null, unitCount, itemCount);
    }

    /** dz_k = a_k (da_k − Σ_j da_j a_j), in place. */
    void backward(DoubleArray probabilities, DoubleArray gradient, int unitCount, int itemCount) {
        run(true, probabilities, null, null, gradient, unitCount, itemCount);
    }

    /** Σ_i Σ_k y_k (log Σ_j e^z_j − z_k); A = softmax(Z) and dZ = A − Y where wanted. */
    double crossEntropy(
            DoubleArray logits,
            DoubleArray targets,
            @Nullable DoubleArray probabilities,
            @Nullable DoubleArray gradient,
            int unitCount,
            int itemCount) {
        run(false, logits, targets, probabilities, gradient, unitCount, itemCount);
        return DoubleSums.inOrder(losses, 0, itemCount);
    }

    private void run(
            boolean wayBack,
            DoubleArray input,
            @Nullable DoubleArray targets,
            @Nullable DoubleArray probabilities,
            @Nullable DoubleArray gradient,
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
            losses = new double[tasks * BLOCK];
        }
        if (values[0] == null || values[0].length < units * V) {
            for (int i = 0; i < values.length; i++) {
                values[i] = new double[units * V];
                others[i] = new double[units * V];
            }
        }
        workers.run(this, tasks, (long) units * items >= WORTH_SHARING);
    }

    @Override
    void run(int task, int worker) {
        int end = Math.min(items, (task + 1) * BLOCK);
        for (int first = task * BLOCK; first < end; first += V) {
            int count = Math.min(V, end - first);
            double[] value = values[worker];
            double[] other = others[worker];
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
                DoubleLosses.difference(1, value, 0, other, 0, other, 0, units * V);
                turnBack(other, first, count, g);
            }
        }
    }

    private void turn(DoubleArray from, int first, int count, double[] to) {
        for (int i = 0; i < count; i++) {
            turnItem(from.values(), from.offset + (first + i) * units, to, i, units);
        }
        for (int i = count; i < V; i++) {
            turnItem(from.values(), from.offset + first * units, to, i, units);
        }
    }

    private static void turnItem(double[] from, int at, double[] to, int lane, int units) {
        for (int k = 0; k < units; k++) {
            to[k * V + lane] = from[at + k];
        }
    }

    private void turnBack(double[] from, int first, int count, DoubleArray to) {
        for (int i = 0; i < count; i++) {
            turnItemBack(from, i, to.values(), to.offset + (first + i) * units, units);
        }
    }

    private static void turnItemBack(double[] from, int lane, double[] to, int at, int units) {
        for (int k = 0; k < units; k++) {
            to[at + k] = from[k * V + lane];
        }
    }

    /**
     * Replaces logits by probabilities and writes each lane's Σ_k y_k (log Σ_j e^z_j − z_k), the logits shifted by their maximum. Lanes are items; unit k lies
     * {@code k·row} behind the first. {@code aside} holds {@link DoublePointwise#BLOCK} numbers.
     */
    static void softmax(
            int units,
            int row,
            double[] z,
            int zFrom,
            double[] y,
            int yFrom,
            double[] losses,
            int lossesFrom,
            double[] aside) {
        shift(units, row, z, zFrom, y, yFrom, losses, lossesFrom, aside);
        if (row == V) {
            DoubleFunctions.exponentials(z, zFrom, units * V, 0);
        } else {
            for (int k = 0; k < units; k++) {
                DoubleFunctions.exponentials(z, zFrom + k * row, V, 0);
            }
        }
        divideBySum(units, row, z, zFrom, aside);
        DoubleFunctions.logarithms(aside, 0, V, aside, EXPONENTS);
        combine(aside, losses, lossesFrom);
    }

    /** z ← z − max z; losses ← Σ y·z of these; the second vector aside ← Σ y. */
    private static void shift(
            int units,
            int row,
            double[] z,
            int zFrom,
            double[] y,
            int yFrom,
            double[] losses,
            int lossesFrom,
            double[] aside) {
        DoubleVector max = DoubleVector.fromArray(LANES, z, zFrom);
        for (int k = 1; k < units; k++) {
            DoubleVector value = DoubleVector.fromArray(LANES, z, zFrom + k * row);
            max = max.blend(value, value.compare(VectorOperators.GT, max));
        }
        DoubleVector dot = DoubleVector.zero(LANES);
        DoubleVector targets = DoubleVector.zero(LANES);
        for (int k = 0; k < units; k++) {
            DoubleVector shifted =
                    DoubleVector.fromArray(LANES, z, zFrom + k * row).sub(max);
            DoubleVector target = DoubleVector.fromArray(LANES, y, yFrom + k * row);
            dot = target.fma(shifted, dot);
            targets = targets.add(target);
            shifted.intoArray(z, zFrom + k * row);
        }
        dot.intoArray(losses, lossesFrom);
        targets.intoArray(aside, TARGETS);
    }

    /** z ← z/Σ z; the first vector aside ← Σ z. */
    private static void divideBySum(int units, int row, double[] z, int zFrom, double[] aside) {
        DoubleVector sum = DoubleVector.zero(LANES);
        for (int k = 0; k < units; k++) {
            sum = sum.add(DoubleVector.fromArray(LANES, z, zFrom + k * row));
        }
        for (int k = 0; k < units; k++) {
            DoubleVector.fromArray(LANES, z, zFrom + k * row).div(sum).intoArray(z, zFrom + k * row);
        }
        sum.intoArray(aside, 0);
    }

    /** losses ← log Σ · Σ y − losses. */
    private static void combine(double[] aside, double[] losses, int lossesFrom) {
        DoubleVector.fromArray(LANES, aside, 0)
                .fma(
                        DoubleVector.fromArray(LANES, aside, TARGETS),
                        DoubleVector.fromArray(LANES, losses, lossesFrom).neg())
                .intoArray(losses, lossesFrom);
    }

    private static void backward(int units, double[] a, double[] g) {
        DoubleVector dot = DoubleVector.zero(LANES);
        for (int k = 0; k < units * V; k += V) {
            dot = DoubleVector.fromArray(LANES, g, k).fma(DoubleVector.fromArray(LANES, a, k), dot);
        }
        for (int k = 0; k < units * V; k += V) {
            DoubleVector.fromArray(LANES, g, k)
                    .sub(dot)
                    .mul(DoubleVector.fromArray(LANES, a, k))
                    .intoArray(g, k);
        }
    }
}
