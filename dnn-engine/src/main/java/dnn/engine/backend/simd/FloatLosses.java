package dnn.engine.backend.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/** Binary cross-entropy from logits: losses, probabilities and gradients in one pass. */
final class FloatLosses {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    private final float[] zs = new float[V];
    private final float[] ys = new float[V];
    private final float[] as = new float[V];
    private final float[] gs = new float[V];
    private float[] losses = {};

    /** Σ [ max(z, 0) − z·y + log(1 + e^−|z|) ]; A = σ(Z) and dZ = s·(A − Y) where wanted. */
    double sigmoidCrossEntropy(
            FloatArray logits,
            FloatArray targets,
            @Nullable FloatArray probabilities,
            @Nullable FloatArray gradient,
            double factor,
            int count) {
        if (losses.length < count + V) {
            losses = new float[count + V];
        }
        float scale = FloatFunctions.number(factor);
        int whole = LANES.loopBound(count);
        if (probabilities == null || gradient == null) {
            onlyLosses(logits, targets, count);
        } else {
            pass(
                    logits.values(),
                    logits.offset,
                    targets.values(),
                    targets.offset,
                    probabilities.values(),
                    probabilities.offset,
                    gradient.values(),
                    gradient.offset,
                    losses,
                    0,
                    scale,
                    whole);
            int rest = count - whole;
            if (rest > 0) {
                System.arraycopy(logits.values(), logits.offset + whole, zs, 0, rest);
                System.arraycopy(targets.values(), targets.offset + whole, ys, 0, rest);
                pass(zs, 0, ys, 0, as, 0, gs, 0, losses, whole, scale, V);
                System.arraycopy(as, 0, probabilities.values(), probabilities.offset + whole, rest);
                System.arraycopy(gs, 0, gradient.values(), gradient.offset + whole, rest);
            }
        }
        return FloatSums.inOrder(losses, 0, count);
    }

    private void onlyLosses(FloatArray logits, FloatArray targets, int count) {
        for (int i = 0; i < count; i += V) {
            int part = Math.min(V, count - i);
            System.arraycopy(logits.values(), logits.offset + i, zs, 0, part);
            System.arraycopy(targets.values(), targets.offset + i, ys, 0, part);
            pass(zs, 0, ys, 0, as, 0, gs, 0, losses, i, 1, V);
        }
    }

    /** g ← factor·(a − y), over whole vectors from 0 on. */
    static void difference(float factor, float[] a, float[] y, float[] g, int count) {
        for (int i = 0; i < count; i += V) {
            FloatVector.fromArray(LANES, a, i)
                    .sub(FloatVector.fromArray(LANES, y, i))
                    .mul(factor)
                    .intoArray(g, i);
        }
    }

    /** One pass over whole vectors. With e = e^−|z|: σ(z) is 1/(1 + e), or e/(1 + e) below 0. */
    static void pass(
            float[] z,
            int zFrom,
            float[] y,
            int yFrom,
            float[] a,
            int aFrom,
            float[] g,
            int gFrom,
            float[] losses,
            int lossesFrom,
            float scale,
            int count) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector one = FloatVector.broadcast(LANES, 1);
        for (int i = 0; i < count; i += V) {
            FloatVector logit = FloatVector.fromArray(LANES, z, zFrom + i);
            FloatVector target = FloatVector.fromArray(LANES, y, yFrom + i);
            var negative = logit.compare(VectorOperators.LT, 0);
            FloatVector e = FloatFunctions.expOfNegative(logit.abs().neg());
            FloatVector value = one.blend(e, negative).div(e.add(one));
            value.intoArray(a, aFrom + i);
            value.sub(target).mul(scale).intoArray(g, gFrom + i);
            logit.blend(zero, negative)
                    .sub(logit.mul(target))
                    .add(FloatFunctions.log1p(e))
                    .intoArray(losses, lossesFrom + i);
        }
    }
}
