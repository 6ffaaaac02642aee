package dnn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Normalization of each item over its units: a task is some items. Sums are float64, one for every fourth number, so
 * that no width changes their order. The formulas are told at {@link dnn.engine.backend.Kernels}.
 */
final class FloatItemNormalization extends Job {
    /** The work of a run. */
    private enum Pass {
        MOMENTS,
        FORWARD,
        BACKWARD
    }

    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /** Items of a task. */
    private static final int ITEMS = 16;

    private static final long WORTH_SHARING = 40_000;

    private final Workers workers;
    private Pass pass = Pass.MOMENTS;
    private FloatArray x = new FloatArray(new float[0]);
    private FloatArray means = x;
    private FloatArray variances = x;
    private FloatArray scales = x;
    private FloatArray shifts = x;
    private FloatArray gradient = x;
    private FloatArray result = x;
    private double epsilon;
    private boolean accumulate;
    private int units;
    private int items;

    FloatItemNormalization(Workers workers) {
        this.workers = workers;
    }

    /** Says what the next pass is about: X, its means and its variances. */
    FloatItemNormalization of(FloatArray input, FloatArray mean, FloatArray variance, int unitCount, int itemCount) {
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

    void backward(double guard, FloatArray gamma, FloatArray outputGradient, FloatArray inputGradient, boolean add) {
        epsilon = guard;
        scales = gamma;
        gradient = outputGradient;
        result = inputGradient;
        accumulate = add;
        run(Pass.BACKWARD);
    }

    private void run(Pass what) {
        pass = what;
        workers.run(this, (items + ITEMS - 1) / ITEMS, (long) units * items >= WORTH_SHARING);
    }

    @Override
    void run(int task, int worker) {
        int end = Math.min(items, (task + 1) * ITEMS);
        for (int item = task * ITEMS; item < end; item++) {
            switch (pass) {
                case MOMENTS -> moments(item);
                case FORWARD -> forward(item);
                case BACKWARD -> backward(item);
            }
        }
    }

    private double reciprocalRoot(int item) {
        return 1 / Math.sqrt(variances.values()[variances.offset + item] + epsilon);
    }

    private void moments(int item) {
        float[] xs = x.values();
        int from = x.offset + item * units;
        float mean = FloatFunctions.number(FloatSums.sum(xs, from, units) / units);
        means.values()[means.offset + item] = mean;
        variances.values()[variances.offset + item] =
                FloatFunctions.number(FloatSums.squaredDistances(xs, from, mean, units) / units);
    }

    private void forward(int item) {
        float[] xs = x.values();
        float[] ys = result.values();
        float[] gammas = scales.values();
        float[] betas = shifts.values();
        int xAt = x.offset + item * units;
        int yAt = result.offset + item * units;
        float mean = means.values()[means.offset + item];
        float root = FloatFunctions.number(reciprocalRoot(item));
        int whole = LANES.loopBound(units);
        for (int k = 0; k < whole; k += V) {
            FloatVector.fromArray(LANES, xs, xAt + k)
                    .sub(mean)
                    .mul(root)
                    .fma(
                            FloatVector.fromArray(LANES, gammas, scales.offset + k),
                            FloatVector.fromArray(LANES, betas, shifts.offset + k))
                    .intoArray(ys, yAt + k);
        }
        for (int k = whole; k < units; k++) {
            ys[yAt + k] = Math.fma((xs[xAt + k] - mean) * root, gammas[scales.offset + k], betas[shifts.offset + k]);
        }
    }

    /** dX = r·G + b·(x − μ) + c with G = γ ∗ dY, b = −r³·(1/n) Σ G ∗ (x − μ), c = −r·(1/n) Σ G and r = 1/√(v + ε). */
    private void backward(int item) {
        float[] xs = x.values();
        float[] gammas = scales.values();
        float[] slopes = gradient.values();
        float[] results = result.values();
        int xAt = x.offset + item * units;
        int slopeAt = gradient.offset + item * units;
        int resultAt = result.offset + item * units;
        float mean = means.values()[means.offset + item];
        double sum = 0;
        double product = 0;
        for (int k = 0; k < units; k++) {
            double gamma = gammas[scales.offset + k];
            double slope = gamma * slopes[slopeAt + k];
            sum += slope;
            product += slope * (xs[xAt + k] - mean);
        }
        double reciprocal = reciprocalRoot(item);
        float root = FloatFunctions.number(reciprocal);
        float b = FloatFunctions.number(-reciprocal * reciprocal * reciprocal * product / units);
        float c = FloatFunctions.number(-reciprocal * sum / units);
        FloatVector bs = FloatVector.broadcast(LANES, b);
        FloatVector cs = FloatVector.broadcast(LANES, c);
        int whole = LANES.loopBound(units);
        for (int k = 0; k < whole; k += V) {
            FloatVector rest =
                    FloatVector.fromArray(LANES, xs, xAt + k).sub(mean).fma(bs, cs);
            FloatVector found = FloatVector.fromArray(LANES, gammas, scales.offset + k)
                    .mul(root)
                    .fma(FloatVector.fromArray(LANES, slopes, slopeAt + k), rest);
            (accumulate ? found.add(FloatVector.fromArray(LANES, results, resultAt + k)) : found)
                    .intoArray(results, resultAt + k);
        }
        for (int k = whole; k < units; k++) {
            float rest = Math.fma(xs[xAt + k] - mean, b, c);
            float found = Math.fma(gammas[scales.offset + k] * root, slopes[slopeAt + k], rest);
            results[resultAt + k] = accumulate ? found + results[resultAt + k] : found;
        }
    }
}
