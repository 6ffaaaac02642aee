package dnn.engine.backend.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/** Binary cross-entropy from logits: losses, probabilities and gradients in one pass. */
final class DoubleLosses {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int V = LANES.length();

    private final double[] zs = new double[V];
    private final double[] ys = new double[V];
    private final double[] as = new double[V];
    private final double[] gs = new double[V];
    private double[] losses = {};

    /** Σ [ max(z, 0) − z·y + log(1 + e^−|z|) ]; A = σ(Z) and dZ = s·(A − Y) where wanted. */
    double sigmoidCrossEntropy(
            DoubleArray logits,
            DoubleArray targets,
            @Nullable DoubleArray probabilities,
            @Nullable DoubleArray gradient,
            double factor,
            int count) {
        if (losses.length < count + V) {
            losses = new double[count + V];
        }
        double scale = DoubleFunctions.number(factor);
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
        return DoubleSums.inOrder(losses, 0, count);
    }

    private void onlyLosses(DoubleArray logits, DoubleArray targets, int count) {
        for (int i = 0; i < count; i += V) {
            int part = Math.min(V, count - i);
            System.arraycopy(logits.values(), logits.offset + i, zs, 0, part);
            System.arraycopy(targets.values(), targets.offset + i, ys, 0, part);
            pass(zs, 0, ys, 0, as, 0, gs, 0, losses, i, 1, V);
        }
    }

    /** g ← factor·(a − y), over whole vectors from 0 on. */
    static void difference(double factor, double[] a, double[] y, double[] g, int count) {
        for (int i = 0; i < count; i += V) {
            DoubleVector.fromArray(LANES, a, i)
                    .sub(DoubleVector.fromArray(LANES, y, i))
                    .mul(factor)
                    .intoArray(g, i);
        }
    }

    /** One pass over whole vectors. With e = e^−|z|: σ(z) is 1/(1 + e), or e/(1 + e) below 0. */
    static void pass(
            double[] z,
            int zFrom,
            double[] y,
            int yFrom,
            double[] a,
            int aFrom,
            double[] g,
            int gFrom,
            double[] losses,
            int lossesFrom,
            double scale,
            int count) {
        DoubleVector zero = DoubleVector.zero(LANES);
        DoubleVector one = DoubleVector.broadcast(LANES, 1);
        for (int i = 0; i < count; i += V) {
            DoubleVector logit = DoubleVector.fromArray(LANES, z, zFrom + i);
            DoubleVector target = DoubleVector.fromArray(LANES, y, yFrom + i);
            var negative = logit.compare(VectorOperators.LT, 0);
            DoubleVector e = DoubleFunctions.expOfNegative(logit.abs().neg());
            DoubleVector value = one.blend(e, negative).div(e.add(one));
            value.intoArray(a, aFrom + i);
            value.sub(target).mul(scale).intoArray(g, gFrom + i);
            logit.blend(zero, negative)
                    .sub(logit.mul(target))
                    .add(DoubleFunctions.log1p(e))
                    .intoArray(losses, lossesFrom + i);
        }
    }
}
