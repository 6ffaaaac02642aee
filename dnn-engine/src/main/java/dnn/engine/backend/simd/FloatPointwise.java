package dnn.engine.backend.simd;

import dnn.engine.backend.PointwiseFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Activations and their derivatives over stretches, a loop for each function: a choice inside a loop keeps vectors out of registers. */
final class FloatPointwise {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    private FloatPointwise() {}

    /** A = σ(Z + b) for rows of {@code width} numbers, a multiple of a vector; in place. */
    static void activateRows(
            PointwiseFunction.Kind kind,
            float slope,
            float[] biases,
            int biasFrom,
            float[] values,
            int from,
            int row,
            int rows,
            int width) {
        for (int j = 0; j < width; j += V) {
            FloatVector bias = FloatVector.fromArray(LANES, biases, biasFrom + j);
            switch (kind) {
                case IDENTITY -> addColumn(bias, values, from + j, row, rows);
                case SIGMOID -> sigmoidColumn(bias, values, from + j, row, rows);
                case TANH -> tanhColumn(bias, values, from + j, row, rows);
                case RECTIFIER -> {
                    if (slope == 0) {
                        reluColumn(bias, values, from + j, row, rows);
                    } else {
                        rectifyColumn(bias, slope, values, from + j, row, rows);
                    }
                }
            }
        }
    }

    private static void addColumn(FloatVector bias, float[] values, int from, int row, int rows) {
        for (int i = 0, at = from; i < rows; i++, at += row) {
            FloatVector.fromArray(LANES, values, at).add(bias).intoArray(values, at);
        }
    }

    private static void sigmoidColumn(FloatVector bias, float[] values, int from, int row, int rows) {
        for (int i = 0, at = from; i < rows; i++, at += row) {
            FloatFunctions.sigmoid(FloatVector.fromArray(LANES, values, at).add(bias))
                    .intoArray(values, at);
        }
    }

    private static void tanhColumn(FloatVector bias, float[] values, int from, int row, int rows) {
        for (int i = 0, at = from; i < rows; i++, at += row) {
            FloatFunctions.tanh(FloatVector.fromArray(LANES, values, at).add(bias))
                    .intoArray(values, at);
        }
    }

    private static void reluColumn(FloatVector bias, float[] values, int from, int row, int rows) {
        for (int i = 0, at = from; i < rows; i++, at += row) {
            FloatFunctions.rectify(FloatVector.fromArray(LANES, values, at).add(bias))
                    .intoArray(values, at);
        }
    }

    private static void rectifyColumn(FloatVector bias, float slope, float[] values, int from, int row, int rows) {
        for (int i = 0, at = from; i < rows; i++, at += row) {
            FloatFunctions.rectify(FloatVector.fromArray(LANES, values, at).add(bias), slope)
                    .intoArray(values, at);
        }
    }

    /** A = σ(Z) for a stretch; {@code aside} holds a vector. Both may be one array at one place. */
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
        activateWhole(kind, slope, z, zFrom, a, aFrom, whole);
        if (whole < count) {
            System.arraycopy(z, zFrom + whole, aside, 0, count - whole);
            activateWhole(kind, slope, aside, 0, aside, 0, V);
            System.arraycopy(aside, 0, a, aFrom + whole, count - whole);
        }
    }

    private static void activateWhole(
            PointwiseFunction.Kind kind, float slope, float[] z, int zFrom, float[] a, int aFrom, int count) {
        switch (kind) {
            case IDENTITY -> System.arraycopy(z, zFrom, a, aFrom, count);
            case SIGMOID -> {
                for (int i = 0; i < count; i += V) {
                    FloatFunctions.sigmoid(FloatVector.fromArray(LANES, z, zFrom + i))
                            .intoArray(a, aFrom + i);
                }
            }
            case TANH -> {
                for (int i = 0; i < count; i += V) {
                    FloatFunctions.tanh(FloatVector.fromArray(LANES, z, zFrom + i))
                            .intoArray(a, aFrom + i);
                }
            }
            case RECTIFIER -> {
                if (slope == 0) {
                    for (int i = 0; i < count; i += V) {
                        FloatFunctions.rectify(FloatVector.fromArray(LANES, z, zFrom + i))
                                .intoArray(a, aFrom + i);
                    }
                } else {
                    for (int i = 0; i < count; i += V) {
                        FloatFunctions.rectify(FloatVector.fromArray(LANES, z, zFrom + i), slope)
                                .intoArray(a, aFrom + i);
                    }
                }
            }
        }
    }

    /** dZ = dA ∗ σ′(Z) for a stretch, in place, with σ′ from A. */
    static void timesDerivative(
            PointwiseFunction.Kind kind, float slope, float[] a, int aFrom, float[] g, int gFrom, int count) {
        int whole = LANES.loopBound(count);
        switch (kind) {
            case IDENTITY -> {}
            case SIGMOID -> {
                for (int i = 0; i < whole; i += V) {
                    FloatVector value = FloatVector.fromArray(LANES, a, aFrom + i);
                    FloatVector derivative = value.mul(value.neg().add(1));
                    FloatVector.fromArray(LANES, g, gFrom + i).mul(derivative).intoArray(g, gFrom + i);
                }
            }
            case TANH -> {
                for (int i = 0; i < whole; i += V) {
                    FloatVector value = FloatVector.fromArray(LANES, a, aFrom + i);
                    FloatVector derivative = value.mul(value).neg().add(1);
                    FloatVector.fromArray(LANES, g, gFrom + i).mul(derivative).intoArray(g, gFrom + i);
                }
            }
            case RECTIFIER -> {
                FloatVector one = FloatVector.broadcast(LANES, 1);
                FloatVector below = FloatVector.broadcast(LANES, slope);
                for (int i = 0; i < whole; i += V) {
                    FloatVector value = FloatVector.fromArray(LANES, a, aFrom + i);
                    FloatVector derivative = below.blend(one, value.compare(VectorOperators.GT, 0));
                    FloatVector.fromArray(LANES, g, gFrom + i).mul(derivative).intoArray(g, gFrom + i);
                }
            }
        }
        for (int i = whole; i < count; i++) {
            g[gFrom + i] *= derivative(kind, slope, a[aFrom + i]);
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
