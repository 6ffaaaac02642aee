package dnn.engine.backend.simd;

import dnn.engine.backend.DenseChain;
import dnn.engine.backend.PointwiseFunction;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A layer of a {@link FloatChain}, forward and back. Z, A and their gradients are (units, row), a unit's items one behind the other. */
final class FloatLink {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();
    private static final int PARTS = FloatDots.PARTS;

    private final int units;
    private final int inputs;
    private final PointwiseFunction.Kind kind;
    private final float slope;
    private final FloatArray weights;
    private final FloatArray biases;
    private final FloatArray weightGradient;
    private final FloatArray biasGradient;
    private final float[] zeros;
    private final float[] sums;

    FloatLink(DenseChain.Link link, int inputs) {
        this.units = link.units();
        this.inputs = inputs;
        this.kind = link.function().kind();
        this.slope = FloatFunctions.number(link.function().slope());
        this.weights = (FloatArray) link.weights();
        this.biases = (FloatArray) link.biases();
        this.weightGradient = (FloatArray) link.weightGradient();
        this.biasGradient = (FloatArray) link.biasGradient();
        this.zeros = new float[inputs];
        this.sums = new float[Math.max(inputs, 4) * 4 * PARTS];
    }

    /** A = σ(W·A₀ + b); {@code aside} holds {@link FloatPointwise#BLOCK} numbers. */
    void forward(float[] input, float[] output, int row, float[] aside) {
        combine(
                weights.values(),
                weights.offset,
                inputs,
                1,
                biases.values(),
                biases.offset,
                units,
                inputs,
                input,
                output,
                row);
        FloatPointwise.activate(kind, slope, output, 0, output, 0, units * row, aside);
    }

    /** dA₀ = Wᵀ·dZ. */
    void inputGradient(float[] gradient, float[] result, int row) {
        combine(weights.values(), weights.offset, 1, inputs, zeros, 0, inputs, units, gradient, result, row);
    }

    /** dZ = dA ∗ σ′(Z), in place. */
    void timesDerivative(float[] output, float[] gradient, int row) {
        FloatPointwise.timesDerivative(kind, slope, output, 0, gradient, 0, units * row);
    }

    /** dW = s·dZ·A₀ᵀ and db = s·Σ dZ. */
    void backward(float[] input, float[] gradient, int row, double scale) {
        float factor = FloatFunctions.number(scale);
        float[] dw = weightGradient.values();
        float[] db = biasGradient.values();
        for (int u = 0; u < units; u++) {
            rowSum(gradient, u * row, row, sums);
            db[biasGradient.offset + u] = factor * FloatDots.fold(sums, 0);
        }
        for (int u = 0; u < units; u += 4) {
            int height = Math.min(4, units - u);
            Arrays.fill(sums, 0, height * inputs * PARTS, 0);
            int k = 0;
            for (; k + 4 <= inputs && height == 4 && Lanes.BITS == 512; k += 4) {
                for (int part = 0; part < PARTS; part += V) {
                    FloatDotTiles.fourByFour(
                            gradient,
                            u * row + part,
                            row,
                            input,
                            k * row + part,
                            row,
                            0,
                            row,
                            sums,
                            k * PARTS + part,
                            inputs * PARTS);
                }
            }
            for (; k < inputs; k += 2) {
                products(gradient, u, height, input, k, Math.min(2, inputs - k), row);
            }
            for (int p = 0; p < height; p++) {
                int to = weightGradient.offset + (u + p) * inputs;
                for (k = 0; k < inputs; k++) {
                    dw[to + k] = factor * FloatDots.fold(sums, (p * inputs + k) * PARTS);
                }
            }
        }
    }

    private void products(float[] g, int u, int height, float[] a, int k, int width, int row) {
        for (int part = 0; part < PARTS; part += V) {
            if (height == 4 && width == 2) {
                FloatDotTiles.fourByTwo(
                        g, u * row + part, row, a, k * row + part, row, 0, row, sums, k * PARTS + part, inputs * PARTS);
            } else {
                for (int p = 0; p < height; p++) {
                    for (int q = 0; q < width; q++) {
                        int to = (p * inputs + k + q) * PARTS + part;
                        FloatDotTiles.one(g, (u + p) * row + part, a, (k + q) * row + part, 0, row, sums, to);
                    }
                }
            }
        }
    }

    private static void rowSum(float[] g, int from, int row, float[] sums) {
        for (int part = 0; part < PARTS; part += V) {
            FloatVector sum = FloatVector.zero(LANES);
            for (int i = part; i < row; i += PARTS) {
                sum = sum.add(FloatVector.fromArray(LANES, g, from + i));
            }
            sum.intoArray(sums, part);
        }
    }

    /** c(r, i) = start(r) + Σ_k w(r, k)·b(k, i), with w(r, k) at {@code wFrom + r·wRow + k·wStep}. */
    private static void combine(
            float[] w,
            int wFrom,
            int wRow,
            int wStep,
            float[] start,
            int startFrom,
            int rows,
            int terms,
            float[] b,
            float[] c,
            int row) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            for (int i = 0; i < row; i += 2 * V) {
                fourRows(w, wFrom + r * wRow, wRow, wStep, start, startFrom + r, terms, b, i, c, r * row + i, row);
            }
        }
        for (; r < rows; r++) {
            for (int i = 0; i < row; i += 2 * V) {
                oneRow(w, wFrom + r * wRow, wStep, start[startFrom + r], terms, b, i, c, r * row + i, row);
            }
        }
    }

    private static void fourRows(
            float[] w,
            int from,
            int wRow,
            int wStep,
            float[] start,
            int first,
            int terms,
            float[] b,
            int at,
            float[] c,
            int to,
            int row) {
        FloatVector c00 = FloatVector.broadcast(LANES, start[first]);
        FloatVector c01 = c00;
        FloatVector c10 = FloatVector.broadcast(LANES, start[first + 1]);
        FloatVector c11 = c10;
        FloatVector c20 = FloatVector.broadcast(LANES, start[first + 2]);
        FloatVector c21 = c20;
        FloatVector c30 = FloatVector.broadcast(LANES, start[first + 3]);
        FloatVector c31 = c30;
        int p = from;
        int q = at;
        for (int k = 0; k < terms; k++) {
            FloatVector b0 = FloatVector.fromArray(LANES, b, q);
            FloatVector b1 = FloatVector.fromArray(LANES, b, q + V);
            FloatVector w0 = FloatVector.broadcast(LANES, w[p]);
            c00 = w0.fma(b0, c00);
            c01 = w0.fma(b1, c01);
            FloatVector w1 = FloatVector.broadcast(LANES, w[p + wRow]);
            c10 = w1.fma(b0, c10);
            c11 = w1.fma(b1, c11);
            FloatVector w2 = FloatVector.broadcast(LANES, w[p + 2 * wRow]);
            c20 = w2.fma(b0, c20);
            c21 = w2.fma(b1, c21);
            FloatVector w3 = FloatVector.broadcast(LANES, w[p + 3 * wRow]);
            c30 = w3.fma(b0, c30);
            c31 = w3.fma(b1, c31);
            p += wStep;
            q += row;
        }
        c00.intoArray(c, to);
        c01.intoArray(c, to + V);
        c10.intoArray(c, to + row);
        c11.intoArray(c, to + row + V);
        c20.intoArray(c, to + 2 * row);
        c21.intoArray(c, to + 2 * row + V);
        c30.intoArray(c, to + 3 * row);
        c31.intoArray(c, to + 3 * row + V);
    }

    private static void oneRow(
            float[] w, int from, int wStep, float start, int terms, float[] b, int at, float[] c, int to, int row) {
        FloatVector c0 = FloatVector.broadcast(LANES, start);
        FloatVector c1 = c0;
        int p = from;
        int q = at;
        for (int k = 0; k < terms; k++) {
            FloatVector value = FloatVector.broadcast(LANES, w[p]);
            c0 = value.fma(FloatVector.fromArray(LANES, b, q), c0);
            c1 = value.fma(FloatVector.fromArray(LANES, b, q + V), c1);
            p += wStep;
            q += row;
        }
        c0.intoArray(c, to);
        c1.intoArray(c, to + V);
    }
}
