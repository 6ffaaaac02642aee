package dnn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sums and searches over stretches, in an order that no width and no thread changes. Sums are float64. */
final class FloatSums {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();
    private static final double SMALLEST_SQUARE = 0x1p-900;

    private FloatSums() {}

    /** The sum of a stretch, one number after the other. */
    static double inOrder(float[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** Σ (x − y)², four sums for every fourth number, added at the end. */
    static double squaredErrors(float[] x, int xFrom, float[] y, int yFrom, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            int p = xFrom + i;
            int q = yFrom + i;
            double e0 = x[p] - y[q];
            double e1 = x[p + 1] - y[q + 1];
            double e2 = x[p + 2] - y[q + 2];
            double e3 = x[p + 3] - y[q + 3];
            s0 += e0 * e0;
            s1 += e1 * e1;
            s2 += e2 * e2;
            s3 += e3 * e3;
        }
        for (; i < count; i++) {
            double e = x[xFrom + i] - y[yFrom + i];
            s0 += e * e;
        }
        return (s0 + s2) + (s1 + s3);
    }

    /** Σ x, four sums for every fourth number, added at the end. */
    static double sum(float[] x, int from, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        int end = from + count;
        for (; i + 3 < end; i += 4) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
        }
        for (; i < end; i++) {
            s0 += x[i];
        }
        return (s0 + s2) + (s1 + s3);
    }

    /** Σ (x − c)², four sums for every fourth number, added at the end. */
    static double squaredDistances(float[] x, int from, float centre, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        int end = from + count;
        for (; i + 3 < end; i += 4) {
            double e0 = x[i] - centre;
            double e1 = x[i + 1] - centre;
            double e2 = x[i + 2] - centre;
            double e3 = x[i + 3] - centre;
            s0 += e0 * e0;
            s1 += e1 * e1;
            s2 += e2 * e2;
            s3 += e3 * e3;
        }
        for (; i < end; i++) {
            double e = x[i] - centre;
            s0 += e * e;
        }
        return (s0 + s2) + (s1 + s3);
    }

    /** Σ |x − y|. */
    static double absoluteErrors(FloatArray first, FloatArray second, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.abs(first.values()[first.offset + i] - second.values()[second.offset + i]);
        }
        return sum;
    }

    /** ‖x‖₂, again with numbers brought near 1 where squares overflow or vanish. */
    static double norm(FloatArray array) {
        double squares = squares(array, 1);
        if (squares > SMALLEST_SQUARE && squares < Double.POSITIVE_INFINITY) {
            return Math.sqrt(squares);
        }
        double greatest = 0;
        for (int i = 0; i < array.length(); i++) {
            greatest = Math.max(greatest, Math.abs(array.values()[array.offset + i]));
        }
        if (greatest == 0 || !(greatest < Double.POSITIVE_INFINITY)) {
            return greatest;
        }
        double factor = Math.scalb(1.0, -Math.getExponent(greatest));
        return Math.sqrt(squares(array, factor)) / factor;
    }

    /** Σ (c·x)², eight sums for every eighth number. */
    private static double squares(FloatArray array, double factor) {
        float[] x = array.values();
        int end = array.offset + array.length();
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = array.offset;
        for (; i + 3 < end; i += 4) {
            double x0 = x[i] * factor;
            double x1 = x[i + 1] * factor;
            double x2 = x[i + 2] * factor;
            double x3 = x[i + 3] * factor;
            s0 += x0 * x0;
            s1 += x1 * x1;
            s2 += x2 * x2;
            s3 += x3 * x3;
        }
        for (; i < end; i++) {
            s0 += x[i] * factor * (x[i] * factor);
        }
        return (s0 + s2) + (s1 + s3);
    }

    /** Tells whether every number is finite: 0·x is NaN where x is not, and NaN stays in a sum. */
    static boolean areFinite(float[] x, int from, int count) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector s0 = zero;
        FloatVector s1 = zero;
        FloatVector s2 = zero;
        FloatVector s3 = zero;
        int i = from;
        int end = from + count;
        for (; i + 4 * V <= end; i += 4 * V) {
            s0 = FloatVector.fromArray(LANES, x, i).fma(zero, s0);
            s1 = FloatVector.fromArray(LANES, x, i + V).fma(zero, s1);
            s2 = FloatVector.fromArray(LANES, x, i + 2 * V).fma(zero, s2);
            s3 = FloatVector.fromArray(LANES, x, i + 3 * V).fma(zero, s3);
        }
        float rest = 0;
        for (; i < end; i++) {
            rest += 0 * x[i];
        }
        FloatVector all = s0.add(s1).add(s2.add(s3));
        return rest == 0 && !all.compare(VectorOperators.NE, all).anyTrue();
    }
}
