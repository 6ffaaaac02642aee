// Longer than 300 lines: the passes of one operation over blocks, which share their scratch and their order of sums.
package dnn.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Normalization of each unit over the items, and what γ and β have to do with the loss for either normalization: a task
 * is a stripe of units with all items in their order. The formulas are told at {@link dnn.engine.backend.Kernels}.
 */
final class FloatUnitNormalization extends Job {
    /** The work of a run. */
    private enum Pass {
        MOMENTS,
        FORWARD,
        SUMS,
        SUMS_OF_ITEMS,
        BACKWARD
    }

    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /** Units of a task. */
    private static final int STRIPE = 128;

    /** Items whose sum is one chain, before it is added in float64: many items would round each other away. */
    private static final int BLOCK = 32;

    private static final long WORTH_SHARING = 40_000;

    /** The needs of a worker for a stripe. */
    private static final class Scratch {
        final float[] one = new float[STRIPE];
        final float[] two = new float[STRIPE];
        final float[] three = new float[STRIPE];
        final double[] sum = new double[STRIPE];
        final double[] product = new double[STRIPE];
    }

    private final Workers workers;
    private final Scratch[] scratches;
    private Pass pass = Pass.MOMENTS;
    private FloatArray x = new FloatArray(new float[0]);
    private FloatArray means = x;
    private FloatArray variances = x;
    private FloatArray scales = x;
    private FloatArray shifts = x;
    private FloatArray sums = x;
    private FloatArray products = x;
    private FloatArray gradient = x;
    private FloatArray result = x;
    private double epsilon;
    private boolean accumulate;
    private int units;
    private int items;

    FloatUnitNormalization(Workers workers) {
        this.workers = workers;
        this.scratches = new Scratch[workers.count()];
        Arrays.setAll(scratches, worker -> new Scratch());
    }

    /** Says what the next pass is about: X, its means and its variances. */
    FloatUnitNormalization of(FloatArray input, FloatArray mean, FloatArray variance, int unitCount, int itemCount) {
        x = input;
        means = mean;
        variances = variance;
        units = unitCount;
        items = itemCount;
        return this;
    }

    void moments() {
        run(Pass.MOMENTS);
    }

    void forward(double guard, FloatArray gamma, FloatArray beta, FloatArray output) {
        epsilon = guard;
        scales = gamma;
        shifts = beta;
        result = output;
        run(Pass.FORWARD);
    }

    /** Means and variances of items, where items are normalized. */
    void sums(boolean ofItems, double guard, FloatArray outputGradient, FloatArray sum, FloatArray product) {
        epsilon = guard;
        gradient = outputGradient;
        sums = sum;
        products = product;
        run(ofItems ? Pass.SUMS_OF_ITEMS : Pass.SUMS);
    }

    void backward(
            double guard,
            FloatArray gamma,
            FloatArray outputGradient,
            FloatArray sum,
            FloatArray product,
            FloatArray inputGradient,
            boolean add) {
        epsilon = guard;
        scales = gamma;
        gradient = outputGradient;
        sums = sum;
        products = product;
        result = inputGradient;
        accumulate = add;
        run(Pass.BACKWARD);
    }

    private void run(Pass what) {
        pass = what;
        workers.run(this, (units + STRIPE - 1) / STRIPE, (long) units * items >= WORTH_SHARING);
    }

    @Override
    void run(int task, int worker) {
        int first = task * STRIPE;
        int width = Math.min(STRIPE, units - first);
        Scratch scratch = scratches[worker];
        switch (pass) {
            case MOMENTS -> moments(first, width, scratch);
            case FORWARD -> forward(first, width, scratch);
            case SUMS, SUMS_OF_ITEMS -> sums(first, width, scratch, pass == Pass.SUMS_OF_ITEMS);
            case BACKWARD -> backward(first, width, scratch);
        }
    }

    private double reciprocalRoot(int group) {
        return 1 / Math.sqrt(variances.values()[variances.offset + group] + epsilon);
    }

    private void moments(int first, int width, Scratch scratch) {
        float[] mean = scratch.two;
        Arrays.fill(mean, 0, width, 0);
        centred(first, width, mean, false, scratch);
        for (int k = 0; k < width; k++) {
            mean[k] = FloatFunctions.number(scratch.sum[k] / items);
        }
        centred(first, width, mean, true, scratch);
        System.arraycopy(mean, 0, means.values(), means.offset + first, width);
        for (int k = 0; k < width; k++) {
            variances.values()[variances.offset + first + k] = FloatFunctions.number(scratch.sum[k] / items);
        }
    }

    /** sum ← Σ_i (x − c), or Σ_i (x − c)². */
    private void centred(int first, int width, float[] centre, boolean squared, Scratch scratch) {
        Arrays.fill(scratch.sum, 0, width, 0);
        for (int from = 0; from < items; from += BLOCK) {
            int to = Math.min(items, from + BLOCK);
            Arrays.fill(scratch.one, 0, width, 0);
            for (int i = from; i < to; i++) {
                int at = x.offset + i * units + first;
                if (squared) {
                    addSquares(x.values(), at, centre, scratch.one, width);
                } else {
                    add(x.values(), at, scratch.one, width);
                }
            }
            fold(scratch.one, scratch.sum, width);
        }
    }

    private static void fold(float[] block, double[] total, int width) {
        for (int k = 0; k < width; k++) {
            total[k] += block[k];
        }
    }

    private static void add(float[] values, int at, float[] sum, int width) {
        int whole = LANES.loopBound(width);
        for (int k = 0; k < whole; k += V) {
            FloatVector.fromArray(LANES, sum, k)
                    .add(FloatVector.fromArray(LANES, values, at + k))
                    .intoArray(sum, k);
        }
        for (int k = whole; k < width; k++) {
            sum[k] += values[at + k];
        }
    }

    private static void addSquares(float[] values, int at, float[] centre, float[] sum, int width) {
        int whole = LANES.loopBound(width);
        for (int k = 0; k < whole; k += V) {
            FloatVector distance =
                    FloatVector.fromArray(LANES, values, at + k).sub(FloatVector.fromArray(LANES, centre, k));
            distance.fma(distance, FloatVector.fromArray(LANES, sum, k)).intoArray(sum, k);
        }
        for (int k = whole; k < width; k++) {
            float distance = values[at + k] - centre[k];
            sum[k] = Math.fma(distance, distance, sum[k]);
        }
    }

    private void forward(int first, int width, Scratch scratch) {
        float[] factor = scratch.one;
        for (int k = 0; k < width; k++) {
            factor[k] = FloatFunctions.number(scales.values()[scales.offset + first + k] * reciprocalRoot(first + k));
        }
        float[] xs = x.values();
        float[] ys = result.values();
        float[] centre = means.values();
        float[] betas = shifts.values();
        int meanAt = means.offset + first;
        int betaAt = shifts.offset + first;
        int whole = LANES.loopBound(width);
        for (int i = 0; i < items; i++) {
            int xAt = x.offset + i * units + first;
            int yAt = result.offset + i * units + first;
            for (int k = 0; k < whole; k += V) {
                FloatVector.fromArray(LANES, xs, xAt + k)
                        .sub(FloatVector.fromArray(LANES, centre, meanAt + k))
                        .fma(FloatVector.fromArray(LANES, factor, k), FloatVector.fromArray(LANES, betas, betaAt + k))
                        .intoArray(ys, yAt + k);
            }
            for (int k = whole; k < width; k++) {
                ys[yAt + k] = Math.fma(xs[xAt + k] - centre[meanAt + k], factor[k], betas[betaAt + k]);
            }
        }
    }

    private void sums(int first, int width, Scratch scratch, boolean ofItems) {
        Arrays.fill(scratch.sum, 0, width, 0);
        Arrays.fill(scratch.product, 0, width, 0);
        if (!ofItems) {
            System.arraycopy(means.values(), means.offset + first, scratch.three, 0, width);
        }
        for (int from = 0; from < items; from += BLOCK) {
            int to = Math.min(items, from + BLOCK);
            Arrays.fill(scratch.one, 0, width, 0);
            Arrays.fill(scratch.two, 0, width, 0);
            for (int i = from; i < to; i++) {
                float factor = 1;
                if (ofItems) {
                    Arrays.fill(scratch.three, 0, width, means.values()[means.offset + i]);
                    factor = FloatFunctions.number(reciprocalRoot(i));
                }
                int at = i * units + first;
                add(gradient.values(), gradient.offset + at, scratch.one, width);
                addProducts(factor, gradient.values(), gradient.offset + at, x.offset + at, scratch, width);
            }
            fold(scratch.one, scratch.sum, width);
            fold(scratch.two, scratch.product, width);
        }
        for (int k = 0; k < width; k++) {
            double factor = ofItems ? 1 : reciprocalRoot(first + k);
            sums.values()[sums.offset + first + k] = FloatFunctions.number(scratch.sum[k]);
            products.values()[products.offset + first + k] = FloatFunctions.number(factor * scratch.product[k]);
        }
    }

    /** two ← two + dY ∗ c·(x − three). */
    private void addProducts(float c, float[] slopes, int at, int xAt, Scratch scratch, int width) {
        float[] xs = x.values();
        float[] centre = scratch.three;
        float[] sum = scratch.two;
        int whole = LANES.loopBound(width);
        for (int k = 0; k < whole; k += V) {
            FloatVector.fromArray(LANES, xs, xAt + k)
                    .sub(FloatVector.fromArray(LANES, centre, k))
                    .mul(c)
                    .fma(FloatVector.fromArray(LANES, slopes, at + k), FloatVector.fromArray(LANES, sum, k))
                    .intoArray(sum, k);
        }
        for (int k = whole; k < width; k++) {
            sum[k] = Math.fma((xs[xAt + k] - centre[k]) * c, slopes[at + k], sum[k]);
        }
    }

    /** dX = a·dY + b·(x − μ) + c with a = γr, b = −γr²·p/m, c = −γr·s/m and r = 1/√(v + ε). */
    private void backward(int first, int width, Scratch scratch) {
        for (int k = 0; k < width; k++) {
            double root = reciprocalRoot(first + k);
            double factor = scales.values()[scales.offset + first + k] * root;
            scratch.one[k] = FloatFunctions.number(factor);
            scratch.two[k] =
                    FloatFunctions.number(-factor * root * products.values()[products.offset + first + k] / items);
            scratch.three[k] = FloatFunctions.number(-factor * sums.values()[sums.offset + first + k] / items);
        }
        for (int i = 0; i < items; i++) {
            backward(i * units + first, first, width, scratch);
        }
    }

    private void backward(int from, int first, int width, Scratch scratch) {
        float[] xs = x.values();
        float[] slopes = gradient.values();
        float[] results = result.values();
        float[] centre = means.values();
        int xAt = x.offset + from;
        int slopeAt = gradient.offset + from;
        int resultAt = result.offset + from;
        int meanAt = means.offset + first;
        int whole = LANES.loopBound(width);
        for (int k = 0; k < whole; k += V) {
            FloatVector rest = FloatVector.fromArray(LANES, xs, xAt + k)
                    .sub(FloatVector.fromArray(LANES, centre, meanAt + k))
                    .fma(FloatVector.fromArray(LANES, scratch.two, k), FloatVector.fromArray(LANES, scratch.three, k));
            FloatVector found = FloatVector.fromArray(LANES, slopes, slopeAt + k)
                    .fma(FloatVector.fromArray(LANES, scratch.one, k), rest);
            (accumulate ? found.add(FloatVector.fromArray(LANES, results, resultAt + k)) : found)
                    .intoArray(results, resultAt + k);
        }
        for (int k = whole; k < width; k++) {
            float rest = Math.fma(xs[xAt + k] - centre[meanAt + k], scratch.two[k], scratch.three[k]);
            float found = Math.fma(slopes[slopeAt + k], scratch.one[k], rest);
            results[resultAt + k] = accumulate ? found + results[resultAt + k] : found;
        }
    }
}
