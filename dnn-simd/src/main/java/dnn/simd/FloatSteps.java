package dnn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Passes that only some optimizers need, number by number; what is left of a vector by the same operations. */
final class FloatSteps {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    private FloatSteps() {}

    /** y ← max(βy, |x| + γ). */
    static void greatest(float beta, float gamma, float[] x, int xFrom, float[] y, int yFrom, int count) {
        int i = 0;
        for (; i < LANES.loopBound(count); i += V) {
            FloatVector size = FloatVector.fromArray(LANES, x, xFrom + i).abs().add(gamma);
            FloatVector.fromArray(LANES, y, yFrom + i).mul(beta).max(size).intoArray(y, yFrom + i);
        }
        for (; i < count; i++) {
            y[yFrom + i] = Math.max(y[yFrom + i] * beta, Math.abs(x[xFrom + i]) + gamma);
        }
    }

    /** z ← z − αx/y. */
    static void subtractOver(float alpha, float[] x, int xFrom, float[] y, int yFrom, float[] z, int zFrom, int count) {
        int i = 0;
        for (; i < LANES.loopBound(count); i += V) {
            FloatVector step = FloatVector.fromArray(LANES, x, xFrom + i)
                    .mul(alpha)
                    .div(FloatVector.fromArray(LANES, y, yFrom + i));
            FloatVector.fromArray(LANES, z, zFrom + i).sub(step).intoArray(z, zFrom + i);
        }
        for (; i < count; i++) {
            z[zFrom + i] -= x[xFrom + i] * alpha / y[yFrom + i];
        }
    }

    /** z ← z − α·sign(βx + γy). */
    static void subtractSign(
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
        FloatVector factor = FloatVector.broadcast(LANES, beta);
        int i = 0;
        for (; i < LANES.loopBound(count); i += V) {
            FloatVector sum = FloatVector.fromArray(LANES, x, xFrom + i)
                    .fma(factor, FloatVector.fromArray(LANES, y, yFrom + i).mul(gamma));
            FloatVector step = FloatVector.zero(LANES)
                    .blend(alpha, sum.compare(VectorOperators.GT, 0))
                    .blend(-alpha, sum.compare(VectorOperators.LT, 0));
            FloatVector.fromArray(LANES, z, zFrom + i).sub(step).intoArray(z, zFrom + i);
        }
        for (; i < count; i++) {
            float sum = Math.fma(x[xFrom + i], beta, y[yFrom + i] * gamma);
            z[zFrom + i] -= sum > 0 ? alpha : sum < 0 ? -alpha : 0;
        }
    }

    /** z ← z·√(x + γ)/√(y + γ). */
    static void timesRatioOfRoots(
            float gamma, float[] x, int xFrom, float[] y, int yFrom, float[] z, int zFrom, int count) {
        int i = 0;
        for (; i < LANES.loopBound(count); i += V) {
            FloatVector above =
                    FloatVector.fromArray(LANES, x, xFrom + i).add(gamma).lanewise(VectorOperators.SQRT);
            FloatVector below =
                    FloatVector.fromArray(LANES, y, yFrom + i).add(gamma).lanewise(VectorOperators.SQRT);
            FloatVector.fromArray(LANES, z, zFrom + i).mul(above.div(below)).intoArray(z, zFrom + i);
        }
        for (; i < count; i++) {
            float above = FloatFunctions.number(Math.sqrt(x[xFrom + i] + gamma));
            z[zFrom + i] *= above / FloatFunctions.number(Math.sqrt(y[yFrom + i] + gamma));
        }
    }
}
