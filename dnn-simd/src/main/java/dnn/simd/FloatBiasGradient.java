package dnn.simd;

import dnn.engine.backend.PointwiseFunction;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * db = s·Σ_i dZ_i, with dZ = dA ∗ σ′(Z) on the way: a task is a stripe of units, all items in their order, so that each
 * sum is one chain.
 */
final class FloatBiasGradient extends Job {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /** Units of a task. */
    private static final int STRIPE = 128;

    private static final long WORTH_SHARING = 40_000;

    private final Workers workers;
    private final float[][] sums;
    private PointwiseFunction.Kind kind = PointwiseFunction.Kind.IDENTITY;
    private float slope;
    private float[] a = {};
    private int aFrom;
    private float[] g = {};
    private int gFrom;
    private float[] result = {};
    private int resultFrom;
    private int units;
    private int items;
    private float scale;
    private boolean accumulate;

    FloatBiasGradient(Workers workers) {
        this.workers = workers;
        this.sums = new float[workers.count()][STRIPE];
    }

    /** Computes; the identity leaves dZ alone and looks at no A. */
    void run(
            PointwiseFunction function,
            FloatArray output,
            FloatArray gradient,
            FloatArray biasGradient,
            int unitCount,
            int itemCount,
            double factor,
            boolean add) {
        kind = function.kind();
        slope = FloatFunctions.number(function.slope());
        a = output.values();
        aFrom = output.offset;
        g = gradient.values();
        gFrom = gradient.offset;
        result = biasGradient.values();
        resultFrom = biasGradient.offset;
        units = unitCount;
        items = itemCount;
        scale = FloatFunctions.number(factor);
        accumulate = add;
        workers.run(this, (units + STRIPE - 1) / STRIPE, (long) units * items >= WORTH_SHARING);
    }

    @Override
    void run(int task, int worker) {
        int first = task * STRIPE;
        int width = Math.min(STRIPE, units - first);
        float[] sum = sums[worker];
        Arrays.fill(sum, 0, width, 0);
        for (int i = 0; i < items; i++) {
            int at = i * units + first;
            FloatPointwise.timesDerivative(kind, slope, a, aFrom + at, g, gFrom + at, width);
            add(g, gFrom + at, sum, width);
        }
        for (int k = 0; k < width; k++) {
            int at = resultFrom + first + k;
            result[at] = accumulate ? result[at] + scale * sum[k] : scale * sum[k];
        }
    }

    private static void add(float[] g, int from, float[] sum, int width) {
        int whole = LANES.loopBound(width);
        for (int k = 0; k < whole; k += V) {
            FloatVector.fromArray(LANES, sum, k)
                    .add(FloatVector.fromArray(LANES, g, from + k))
                    .intoArray(sum, k);
        }
        for (int k = whole; k < width; k++) {
            sum[k] += g[from + k];
        }
    }
}
