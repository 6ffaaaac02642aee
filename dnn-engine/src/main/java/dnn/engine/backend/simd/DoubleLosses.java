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
    private final double[] aside = new double[DoublePointwise.BLOCK];
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
        return DoubleSums.inOrder(losses, 0, count);
    }

    private void onlyLosses(DoubleArray logits, DoubleArray targets, int count) {
        for (int i = 0; i < count; i += V) {
            int part = Math.min(V, count - i);
            System.arraycopy(logits.values(), logits.offset + i, zs, 0, part);
            System.arraycopy(targets.values(), targets.offset + i, ys, 0, part);
            pass(zs, 0, ys, 0, as, 0, gs, 0, losses, i, 1, V, aside);
        }
    }

    /** g ← factor·(a − y) over whole vectors. */
    static void difference(
            double factor, double[] a, int aFrom, double[] y, int yFrom, double[] g, int gFrom, int count) {
        for (int i = 0; i < count; i += V) {
            DoubleVector.fromArray(LANES, a, aFrom + i)
                    .sub(DoubleVector.fromArray(LANES, y, yFrom + i))
                    .mul(factor)
                    .intoArray(g, gFrom + i);
        }
    }

    /** One pass over whole vectors, with e = e^−|z|; {@code aside} holds {@link DoublePointwise#BLOCK} numbers. Z and A may be one array at one place. */
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
            int count,
            double[] aside) {
        for (int i = 0; i < count; i += DoublePointwise.BLOCK) {
            int part = Math.min(DoublePointwise.BLOCK, count - i);
            DoublePointwise.negativeMagnitudes(1, z, zFrom + i, part, aside);
            DoubleFunctions.exponentials(aside, 0, part, 0);
            hinges(z, zFrom + i, y, yFrom + i, losses, lossesFrom + i, part);
            gradients(z, zFrom + i, y, yFrom + i, aside, a, aFrom + i, g, gFrom + i, scale, part);
            DoubleFunctions.twiceArtanh(aside, 0, part);
            add(aside, losses, lossesFrom + i, part);
        }
    }

    /** losses ← max(z, 0) − z·y. */
    private static void hinges(
            double[] z, int zFrom, double[] y, int yFrom, double[] losses, int lossesFrom, int count) {
        for (int i = 0; i < count; i += V) {
            DoubleVector logit = DoubleVector.fromArray(LANES, z, zFrom + i);
            logit.blend(0, logit.compare(VectorOperators.LT, 0))
                    .sub(logit.mul(DoubleVector.fromArray(LANES, y, yFrom + i)))
                    .intoArray(losses, lossesFrom + i);
        }
    }

    /** a ← σ(z), g ← s·(a − y), and e ← e/(2 + e), whose 2·artanh is log(1 + e). */
    private static void gradients(
            double[] z,
            int zFrom,
            double[] y,
            int yFrom,
            double[] exponentials,
            double[] a,
            int aFrom,
            double[] g,
            int gFrom,
            double scale,
            int count) {
        for (int i = 0; i < count; i += V) {
            DoubleVector e = DoubleVector.fromArray(LANES, exponentials, i);
            DoubleVector logit = DoubleVector.fromArray(LANES, z, zFrom + i);
            DoubleVector value = DoubleVector.broadcast(LANES, 1)
                    .blend(e, logit.compare(VectorOperators.LT, 0))
                    .div(e.add(1));
            value.intoArray(a, aFrom + i);
            value.sub(DoubleVector.fromArray(LANES, y, yFrom + i)).mul(scale).intoArray(g, gFrom + i);
            e.div(e.add(2)).intoArray(exponentials, i);
        }
    }

    private static void add(double[] x, double[] y, int yFrom, int count) {
        for (int i = 0; i < count; i += V) {
            DoubleVector.fromArray(LANES, y, yFrom + i)
                    .add(DoubleVector.fromArray(LANES, x, i))
                    .intoArray(y, yFrom + i);
        }
    }
}
