package dnn.simd;

import dnn.api.activation.ScalarFunction;
import org.jspecify.annotations.Nullable;

/**
 * Functions that have no kernel of their own, number by number in float64 and then rounded, in chunks that threads
 * share.
 */
final class FloatByNumber extends Job {
    /** Numbers of a task. */
    private static final int CHUNK = 2048;

    private final Workers workers;
    private @Nullable ScalarFunction function;
    private FloatArray x = new FloatArray(new float[0]);
    private FloatArray y = x;
    private boolean derivative;
    private int count;

    FloatByNumber(Workers workers) {
        this.workers = workers;
    }

    /** y ← σ(x). */
    void values(ScalarFunction sigma, FloatArray from, FloatArray to, int numbers) {
        run(sigma, false, from, to, numbers);
    }

    /** y ← y ∗ σ′(x). */
    void timesDerivatives(ScalarFunction sigma, FloatArray from, FloatArray to, int numbers) {
        run(sigma, true, from, to, numbers);
    }

    private void run(ScalarFunction sigma, boolean timesDerivative, FloatArray from, FloatArray to, int numbers) {
        function = sigma;
        derivative = timesDerivative;
        x = from;
        y = to;
        count = numbers;
        workers.run(this, (count + CHUNK - 1) / CHUNK, count > CHUNK);
    }

    @Override
    void run(int task, int worker) {
        ScalarFunction sigma = function;
        if (sigma == null) {
            throw new IllegalStateException("no function is at work");
        }
        int from = task * CHUNK;
        int length = Math.min(CHUNK, count - from);
        float[] xs = x.values();
        float[] ys = y.values();
        int xFrom = x.offset + from;
        int yFrom = y.offset + from;
        if (derivative) {
            for (int i = 0; i < length; i++) {
                ys[yFrom + i] = FloatFunctions.number(ys[yFrom + i] * sigma.derivative(xs[xFrom + i]));
            }
        } else {
            for (int i = 0; i < length; i++) {
                ys[yFrom + i] = FloatFunctions.number(sigma.value(xs[xFrom + i]));
            }
        }
    }
}
