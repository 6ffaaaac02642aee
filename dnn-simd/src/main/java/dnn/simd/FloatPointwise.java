package dnn.simd;

import dnn.engine.backend.PointwiseFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Activations and their derivatives over stretches, a loop for each function: a choice inside a loop keeps vectors out
 * of registers.
 */
final class FloatPointwise {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /**
     * Numbers taken at a time where a function needs several loops: what is between them stays in the first level of
     * cache.
     */
    static final int BLOCK = 1024;

    private FloatPointwise() {}

    /**
     * A = σ(Z + b) for rows of {@code width} numbers, a multiple of a vector; in place. {@code aside} holds
     * {@link #BLOCK} numbers.
     */
    static void activateRows(
            PointwiseFunction.Kind kind,
            float slope,
            float[] biases,
            int biasFrom,
            float[] values,
            int from,
            int row,
            int rows,
            int width,
            float[] aside) {
        boolean relu = kind == PointwiseFunction.Kind.RECTIFIER && slope == 0;
        for (int i = 0; i < rows; i++) {
            int at = from + i * row;
            if (relu) {
                addAndRectify(biases, biasFrom, values, at, width);
            } else {
                add(biases, biasFrom, values, at, width);
                activateWhole(kind, slope, values, at, values, at, width, aside);
            }
        }
    }

    private static void add(float[] biases, int biasFrom, float[] values, int from, int width) {
        for (int j = 0; j < width; j += V) {
            FloatVector.fromArray(LANES, values, from + j)
                    .add(FloatVector.fromArray(LANES, biases, biasFrom + j))
                    .intoArray(values, from + j);
        }
    }

    private static void addAndRectify(float[] biases, int biasFrom, float[] values, int from, int width) {
        for (int j = 0; j < width; j += V) {
            FloatVector z = FloatVector.fromArray(LANES, values, from + j)
                    .add(FloatVector.fromArray(LANES, biases, biasFrom + j));
            z.blend(0, z.compare(VectorOperators.LE, 0)).intoArray(values, from + j);
        }
    }

    /** A = σ(Z) for a stretch; {@code aside} holds {@link #BLOCK} numbers. Both may be one array at one place. */
    static void activate(
            PointwiseFunction.Kind kind,
            float slope,
            float[] z,
            int zFrom,
            float[] a,
            int aFrom,
            int count,
            float[] aside) {
        int whole = LANES.loopBound(count);
        activateWhole(kind, slope, z, zFrom, a, aFrom, whole, aside);
        int rest = count - whole;
        if (rest > 0) {
            // The last vector, filled up, at the end of the memory aside.
            int at = BLOCK - V;
            System.arraycopy(z, zFrom + whole, aside, at, rest);
            activateWhole(kind, slope, aside, at, aside, at, V, aside);
            System.arraycopy(aside, at, a, aFrom + whole, rest);
        }
    }

    private static void activateWhole(
            PointwiseFunction.Kind kind,
            float slope,
            float[] z,
            int zFrom,
            float[] a,
            int aFrom,
            int count,
            float[] aside) {
        switch (kind) {
            case IDENTITY -> System.arraycopy(z, zFrom, a, aFrom, count);
            case SIGMOID -> {
                for (int i = 0; i < count; i += BLOCK - V) {
                    sigmoid(z, zFrom + i, a, aFrom + i, Math.min(BLOCK - V, count - i), aside);
                }
            }
            case TANH -> {
                for (int i = 0; i < count; i += BLOCK - V) {
                    tanh(z, zFrom + i, a, aFrom + i, Math.min(BLOCK - V, count - i), aside);
                }
            }
            case RECTIFIER -> {
                if (slope == 0) {
                    relu(z, zFrom, a, aFrom, count);
                } else {
                    rectify(slope, z, zFrom, a, aFrom, count);
                }
            }
        }
    }

    /** 1/(1 + e^−z), from e = e^−|z|, which cannot overflow: 1/(1 + e), or e/(1 + e) below 0. */
    private static void sigmoid(float[] z, int zFrom, float[] a, int aFrom, int count, float[] aside) {
        negativeMagnitudes(1, z, zFrom, count, aside);
        FloatFunctions.exponentials(aside, 0, count, 0);
        for (int i = 0; i < count; i += V) {
            FloatVector e = FloatVector.fromArray(LANES, aside, i);
            FloatVector logit = FloatVector.fromArray(LANES, z, zFrom + i);
            FloatVector.broadcast(LANES, 1)
                    .blend(e, logit.compare(VectorOperators.LT, 0))
                    .div(e.add(1))
                    .intoArray(a, aFrom + i);
        }
    }

    /** tanh z = −E/(E + 2) with the sign of z, E = e^−2|z| − 1. */
    private static void tanh(float[] z, int zFrom, float[] a, int aFrom, int count, float[] aside) {
        negativeMagnitudes(2, z, zFrom, count, aside);
        FloatFunctions.exponentials(aside, 0, count, 1);
        for (int i = 0; i < count; i += V) {
            FloatVector e = FloatVector.fromArray(LANES, aside, i);
            FloatVector magnitude = e.div(e.add(2)).neg();
            FloatVector given = FloatVector.fromArray(LANES, z, zFrom + i);
            magnitude
                    .blend(magnitude.neg(), given.compare(VectorOperators.LT, 0))
                    .intoArray(a, aFrom + i);
        }
    }

    /** aside ← −c·|z|. */
    static void negativeMagnitudes(float factor, float[] z, int zFrom, int count, float[] aside) {
        for (int i = 0; i < count; i += V) {
            FloatVector.fromArray(LANES, z, zFrom + i).abs().mul(-factor).intoArray(aside, i);
        }
    }

    private static void relu(float[] z, int zFrom, float[] a, int aFrom, int count) {
        for (int i = 0; i < count; i += V) {
            FloatVector value = FloatVector.fromArray(LANES, z, zFrom + i);
            value.blend(0, value.compare(VectorOperators.LE, 0)).intoArray(a, aFrom + i);
        }
    }

    private static void rectify(float slope, float[] z, int zFrom, float[] a, int aFrom, int count) {
        for (int i = 0; i < count; i += V) {
            FloatVector value = FloatVector.fromArray(LANES, z, zFrom + i);
            value.blend(value.mul(slope), value.compare(VectorOperators.LE, 0)).intoArray(a, aFrom + i);
        }
    }

    /** dZ = dA ∗ σ′(Z) for a stretch, in place, with σ′ from A. */
    static void timesDerivative(
            PointwiseFunction.Kind kind, float slope, float[] a, int aFrom, float[] g, int gFrom, int count) {
        int whole = LANES.loopBound(count);
        switch (kind) {
            case IDENTITY -> {}
            case SIGMOID -> sigmoidBack(a, aFrom, g, gFrom, whole);
            case TANH -> tanhBack(a, aFrom, g, gFrom, whole);
            case RECTIFIER -> rectifyBack(slope, a, aFrom, g, gFrom, whole);
        }
        for (int i = whole; i < count; i++) {
            g[gFrom + i] *= derivative(kind, slope, a[aFrom + i]);
        }
    }

    private static void sigmoidBack(float[] a, int aFrom, float[] g, int gFrom, int count) {
        for (int i = 0; i < count; i += V) {
            FloatVector value = FloatVector.fromArray(LANES, a, aFrom + i);
            FloatVector derivative = value.mul(value.neg().add(1));
            FloatVector.fromArray(LANES, g, gFrom + i).mul(derivative).intoArray(g, gFrom + i);
        }
    }

    private static void tanhBack(float[] a, int aFrom, float[] g, int gFrom, int count) {
        for (int i = 0; i < count; i += V) {
            FloatVector value = FloatVector.fromArray(LANES, a, aFrom + i);
            FloatVector derivative = value.mul(value).neg().add(1);
            FloatVector.fromArray(LANES, g, gFrom + i).mul(derivative).intoArray(g, gFrom + i);
        }
    }

    private static void rectifyBack(float slope, float[] a, int aFrom, float[] g, int gFrom, int count) {
        for (int i = 0; i < count; i += V) {
            FloatVector value = FloatVector.fromArray(LANES, a, aFrom + i);
            FloatVector derivative = FloatVector.broadcast(LANES, slope).blend(1, value.compare(VectorOperators.GT, 0));
            FloatVector.fromArray(LANES, g, gFrom + i).mul(derivative).intoArray(g, gFrom + i);
        }
    }

    /** σ′(Z) from A: what a lane computes. */
    private static float derivative(PointwiseFunction.Kind kind, float slope, float a) {
        return switch (kind) {
            case IDENTITY -> 1;
            case SIGMOID -> a * (1 - a);
            case TANH -> 1 - a * a;
            case RECTIFIER -> a > 0 ? 1 : slope;
        };
    }
}
