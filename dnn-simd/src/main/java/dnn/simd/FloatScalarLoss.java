package dnn.simd;

import dnn.api.loss.ScalarLoss;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Losses that have no kernels of their own, number by number in float64 and then rounded, in chunks that threads share.
 * Each chunk has a sum of its own, and these are added in their order.
 */
final class FloatScalarLoss extends Job {
    /** Numbers of a task. */
    private static final int CHUNK = 2048;

    private final Workers workers;
    private @Nullable ScalarLoss loss;
    private FloatArray a = new FloatArray(new float[0]);
    private FloatArray y = a;
    private FloatArray g = a;
    private double[] sums = {};
    private int outputs;
    private int count;

    FloatScalarLoss(Workers workers) {
        this.workers = workers;
    }

    /** (1/n) Σ l(a, y), and g ← l′(a, y)/n. */
    double run(ScalarLoss of, FloatArray values, FloatArray targets, FloatArray gradient, int n, int numbers) {
        loss = of;
        a = values;
        y = targets;
        g = gradient;
        outputs = n;
        count = numbers;
        int chunks = (count + CHUNK - 1) / CHUNK;
        if (sums.length < chunks) {
            sums = Arrays.copyOf(sums, chunks);
        }
        workers.run(this, chunks, count > CHUNK);
        double sum = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            sum += sums[chunk];
        }
        return sum / outputs;
    }

    @Override
    void run(int task, int worker) {
        ScalarLoss of = loss;
        if (of == null) {
            throw new IllegalStateException("no loss is at work");
        }
        int from = task * CHUNK;
        int length = Math.min(CHUNK, count - from);
        float[] as = a.values();
        float[] ys = y.values();
        float[] gs = g.values();
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            double output = as[a.offset + i];
            double target = ys[y.offset + i];
            sum += of.value(output, target);
            gs[g.offset + i] = FloatFunctions.number(of.derivative(output, target) / outputs);
        }
        sums[task] = sum;
    }
}
