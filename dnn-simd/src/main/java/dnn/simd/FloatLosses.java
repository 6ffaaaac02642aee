package dnn.simd;

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
    private final float[] aside = new float[FloatPointwise.BLOCK];
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
                    whole,
                    aside);
            int rest = count - whole;
            if (rest > 0) {
                System.arraycopy(logits.values(), logits.offset + whole, zs, 0, rest);
                System.arraycopy(targets.values(), targets.offset + whole, ys, 0, rest);
                pass(zs, 0, ys, 0, as, 0, gs, 0, losses, whole, scale, V, aside);
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
            pass(zs, 0, ys, 0, as, 0, gs, 0, losses, i, 1, V, aside);
        }
    }

    /** g ← factor·(a − y) over whole vectors. */
    static void difference(float factor, float[] a, int aFrom, float[] y, int yFrom, float[] g, int gFrom, int count) {
        for (int i = 0; i < count; i += V) {
            FloatVector.fromArray(LANES, a, aFrom + i)
                    .sub(FloatVector.fromArray(LANES, y, yFrom + i))
                    .mul(factor)
                    .intoArray(g, gFrom + i);
        }
    }

    /**
     * One pass over whole vectors, with e = e^−|z|; {@code aside} holds {@link FloatPointwise#BLOCK} numbers. Z and A
     * may be one array at one place.
     */
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
            int count,
            float[] aside) {
        for (int i = 0; i < count; i += FloatPointwise.BLOCK) {
            int part = Math.min(FloatPointwise.BLOCK, count - i);
            FloatPointwise.negativeMagnitudes(1, z, zFrom + i, part, aside);
            FloatFunctions.exponentials(aside, 0, part, 0);
            hinges(z, zFrom + i, y, yFrom + i, losses, lossesFrom + i, part);
            gradients(z, zFrom + i, y, yFrom + i, aside, a, aFrom + i, g, gFrom + i, scale, part);
            FloatFunctions.twiceArtanh(aside, 0, part);
            add(aside, losses, lossesFrom + i, part);
        }
    }

    /** losses ← max(z, 0) − z·y. */
    private static void hinges(float[] z, int zFrom, float[] y, int yFrom, float[] losses, int lossesFrom, int count) {
        for (int i = 0; i < count; i += V) {
            FloatVector logit = FloatVector.fromArray(LANES, z, zFrom + i);
            logit.blend(0, logit.compare(VectorOperators.LT, 0))
                    .sub(logit.mul(FloatVector.fromArray(LANES, y, yFrom + i)))
                    .intoArray(losses, lossesFrom + i);
        }
    }

    /** a ← σ(z), g ← s·(a − y), and e ← e/(2 + e), whose 2·artanh is log(1 + e). */
    private static void gradients(
            float[] z,
            int zFrom,
            float[] y,
            int yFrom,
            float[] exponentials,
            float[] a,
            int aFrom,
            float[] g,
            int gFrom,
            float scale,
            int count) {
        for (int i = 0; i < count; i += V) {
            FloatVector e = FloatVector.fromArray(LANES, exponentials, i);
            FloatVector logit = FloatVector.fromArray(LANES, z, zFrom + i);
            FloatVector value = FloatVector.broadcast(LANES, 1)
                    .blend(e, logit.compare(VectorOperators.LT, 0))
                    .div(e.add(1));
            value.intoArray(a, aFrom + i);
            value.sub(FloatVector.fromArray(LANES, y, yFrom + i)).mul(scale).intoArray(g, gFrom + i);
            e.div(e.add(2)).intoArray(exponentials, i);
        }
    }

    private static void add(float[] x, float[] y, int yFrom, int count) {
        for (int i = 0; i < count; i += V) {
            FloatVector.fromArray(LANES, y, yFrom + i)
                    .add(FloatVector.fromArray(LANES, x, i))
                    .intoArray(y, yFrom + i);
        }
    }
}
