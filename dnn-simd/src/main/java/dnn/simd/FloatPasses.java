package dnn.simd;

import dnn.engine.backend.PointwiseFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Passes over stretches of numbers, each number by itself, in chunks that threads share. What is left of a vector is
 * computed by the same operations one by one.
 */
final class FloatPasses extends Job {
    /** The work of a pass; x, y and so on are the stretches handed in, alpha and so on the factors. */
    enum Pass {
        /** y ← σ(x). */
        ACTIVATE,
        /** y ← y ∗ σ′, with σ′ from x. */
        TIMES_DERIVATIVE,
        /** z ← α(x − y). */
        DIFFERENCE,
        /** z ← α·sign(x − y). */
        SIGN_OF_DIFFERENCE,
        /** y ← αx + βy. */
        ADD_SCALED,
        /** y ← αx² + βy. */
        ADD_SCALED_SQUARES,
        /** z ← z − αx/(√(βy) + γ). */
        SUBTRACT_OVER_ROOT,
        /** y ← max(βy, |x| + γ). */
        GREATEST,
        /** z ← z − αx/y. */
        SUBTRACT_OVER,
        /** z ← z − α·sign(βx + γy). */
        SUBTRACT_SIGN,
        /** z ← z·√(x + γ)/√(y + γ). */
        TIMES_RATIO_OF_ROOTS,
        /** x ← αx. */
        SCALE,
        /** x ← max(−α, min(α, x)). */
        CLAMP,
        /** y ← y + α·sign(x) + βx. */
        PENALTY
    }

    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /** Numbers of a task. */
    private static final int CHUNK = 16_384;

    private static final int WORTH_SHARING = 4 * CHUNK;
    private static final int SHORT = 16;

    private final Workers workers;
    private final float[][] aside;
    private Pass pass = Pass.SCALE;
    private PointwiseFunction.Kind kind = PointwiseFunction.Kind.IDENTITY;
    private float slope;
    private float alpha;
    private float beta;
    private float gamma;
    private FloatArray x = new FloatArray(new float[0]);
    private FloatArray y = x;
    private FloatArray z = x;
    private int count;

    FloatPasses(Workers workers) {
        this.workers = workers;
        this.aside = new float[workers.count()][FloatPointwise.BLOCK];
    }

    /** Sets σ of the next pass. */
    FloatPasses of(PointwiseFunction function) {
        kind = function.kind();
        slope = FloatFunctions.number(function.slope());
        return this;
    }

    /** Sets the factors of the next pass. */
    FloatPasses with(double first, double second, double third) {
        alpha = FloatFunctions.number(first);
        beta = FloatFunctions.number(second);
        gamma = FloatFunctions.number(third);
        return this;
    }

    /** Does a pass over the first {@code numbers} of each stretch. */
    void run(Pass what, FloatArray first, FloatArray second, FloatArray third, int numbers) {
        pass = what;
        x = first;
        y = second;
        z = third;
        count = numbers;
        workers.run(this, (count + CHUNK - 1) / CHUNK, count >= WORTH_SHARING);
    }

    @Override
    void run(int task, int worker) {
        int from = task * CHUNK;
        int length = Math.min(CHUNK, count - from);
        float[] xs = x.values();
        float[] ys = y.values();
        float[] zs = z.values();
        int xFrom = x.offset + from;
        int yFrom = y.offset + from;
        int zFrom = z.offset + from;
        switch (pass) {
            case ACTIVATE -> FloatPointwise.activate(kind, slope, xs, xFrom, ys, yFrom, length, aside[worker]);
            case TIMES_DERIVATIVE -> FloatPointwise.timesDerivative(kind, slope, xs, xFrom, ys, yFrom, length);
            case DIFFERENCE -> difference(alpha, xs, xFrom, ys, yFrom, zs, zFrom, length);
            case SIGN_OF_DIFFERENCE -> signOfDifference(alpha, xs, xFrom, ys, yFrom, zs, zFrom, length);
            case ADD_SCALED -> addScaled(alpha, beta, xs, xFrom, ys, yFrom, length);
            case ADD_SCALED_SQUARES -> addScaledSquares(alpha, beta, xs, xFrom, ys, yFrom, length);
            case SUBTRACT_OVER_ROOT -> subtractOverRoot(alpha, beta, gamma, xs, xFrom, ys, yFrom, zs, zFrom, length);
            case GREATEST -> FloatSteps.greatest(beta, gamma, xs, xFrom, ys, yFrom, length);
            case SUBTRACT_OVER -> FloatSteps.subtractOver(alpha, xs, xFrom, ys, yFrom, zs, zFrom, length);
            case SUBTRACT_SIGN -> FloatSteps.subtractSign(alpha, beta, gamma, xs, xFrom, ys, yFrom, zs, zFrom, length);
            case TIMES_RATIO_OF_ROOTS -> FloatSteps.timesRatioOfRoots(gamma, xs, xFrom, ys, yFrom, zs, zFrom, length);
            case SCALE -> scale(alpha, xs, xFrom, length);
            case CLAMP -> clamp(alpha, xs, xFrom, length);
            case PENALTY -> penalty(alpha, beta, xs, xFrom, ys, yFrom, length);
        }
    }

    /**
     * Column i of y ← column {@code indices[from + i]} of x; short columns number by number, since a call for each
     * costs more.
     */
    static void gather(float[] x, int xFrom, int rows, int[] indices, int from, int count, float[] y, int yFrom) {
        for (int i = 0; i < count; i++) {
            int at = xFrom + indices[from + i] * rows;
            int to = yFrom + i * rows;
            if (rows > SHORT) {
                System.arraycopy(x, at, y, to, rows);
            } else {
                for (int k = 0; k < rows; k++) {
                    y[to + k] = x[at + k];
                }
            }
        }
    }

    private static void difference(
            float alpha, float[] x, int xFrom, float[] y, int yFrom, float[] z, int zFrom, int count) {
        int i = 0;
        for (; i < LANES.loopBound(count); i += V) {
            FloatVector.fromArray(LANES, x, xFrom + i)
                    .sub(FloatVector.fromArray(LANES, y, yFrom + i))
                    .mul(alpha)
                    .intoArray(z, zFrom + i);
        }
        for (; i < count; i++) {
            z[zFrom + i] = alpha * (x[xFrom + i] - y[yFrom + i]);
        }
    }

    private static void signOfDifference(
            float alpha, float[] x, int xFrom, float[] y, int yFrom, float[] z, int zFrom, int count) {
        for (int i = 0; i < count; i++) {
            z[zFrom + i] = alpha * Math.signum(x[xFrom + i] - y[yFrom + i]);
        }
    }

    private static void addScaled(float alpha, float beta, float[] x, int xFrom, float[] y, int yFrom, int count) {
        FloatVector factor = FloatVector.broadcast(LANES, alpha);
        int i = 0;
        for (; i < LANES.loopBound(count); i += V) {
            FloatVector.fromArray(LANES, x, xFrom + i)
                    .fma(factor, FloatVector.fromArray(LANES, y, yFrom + i).mul(beta))
                    .intoArray(y, yFrom + i);
        }
        for (; i < count; i++) {
            y[yFrom + i] = Math.fma(x[xFrom + i], alpha, y[yFrom + i] * beta);
        }
    }

    private static void addScaledSquares(
            float alpha, float beta, float[] x, int xFrom, float[] y, int yFrom, int count) {
        int i = 0;
        for (; i < LANES.loopBound(count); i += V) {
            FloatVector value = FloatVector.fromArray(LANES, x, xFrom + i);
            value.fma(
                            value.mul(alpha),
                            FloatVector.fromArray(LANES, y, yFrom + i).mul(beta))
                    .intoArray(y, yFrom + i);
        }
        for (; i < count; i++) {
            y[yFrom + i] = Math.fma(x[xFrom + i], x[xFrom + i] * alpha, y[yFrom + i] * beta);
        }
    }

    private static void subtractOverRoot(
            float alpha,
            float beta,
            float gamma,
            float[] x,
            int xFrom,
            float[] y,
            int yFrom,
            float[] z,
            int zFrom,
            int count) {
        int i = 0;
        for (; i < LANES.loopBound(count); i += V) {
            FloatVector root =
                    FloatVector.fromArray(LANES, y, yFrom + i).mul(beta).lanewise(VectorOperators.SQRT);
            FloatVector step =
                    FloatVector.fromArray(LANES, x, xFrom + i).mul(alpha).div(root.add(gamma));
            FloatVector.fromArray(LANES, z, zFrom + i).sub(step).intoArray(z, zFrom + i);
        }
        for (; i < count; i++) {
            float root = FloatFunctions.number(Math.sqrt(y[yFrom + i] * beta));
            z[zFrom + i] -= x[xFrom + i] * alpha / (root + gamma);
        }
    }

    private static void scale(float alpha, float[] x, int xFrom, int count) {
        int i = 0;
        for (; i < LANES.loopBound(count); i += V) {
            FloatVector.fromArray(LANES, x, xFrom + i).mul(alpha).intoArray(x, xFrom + i);
        }
        for (; i < count; i++) {
            x[xFrom + i] *= alpha;
        }
    }

    private static void clamp(float alpha, float[] x, int xFrom, int count) {
        for (int i = 0; i < count; i++) {
            x[xFrom + i] = Math.max(-alpha, Math.min(alpha, x[xFrom + i]));
        }
    }

    private static void penalty(float alpha, float beta, float[] x, int xFrom, float[] y, int yFrom, int count) {
        FloatVector factor = FloatVector.broadcast(LANES, beta);
        int i = 0;
        for (; i < LANES.loopBound(count); i += V) {
            FloatVector value = FloatVector.fromArray(LANES, x, xFrom + i);
            FloatVector sign = FloatVector.zero(LANES)
                    .blend(alpha, value.compare(VectorOperators.GT, 0))
                    .blend(-alpha, value.compare(VectorOperators.LT, 0));
            value.fma(factor, FloatVector.fromArray(LANES, y, yFrom + i).add(sign))
                    .intoArray(y, yFrom + i);
        }
        for (; i < count; i++) {
            float value = x[xFrom + i];
            float sign = value > 0 ? alpha : value < 0 ? -alpha : 0;
            y[yFrom + i] = Math.fma(value, beta, y[yFrom + i] + sign);
        }
    }
}
