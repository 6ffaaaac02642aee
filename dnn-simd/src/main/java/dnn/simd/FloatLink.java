package dnn.simd;

import dnn.engine.backend.DenseChain;
import dnn.engine.backend.PointwiseFunction;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A layer of a {@link FloatChain}, forward and back. Z, A and their gradients are (units, row), a unit's items one
 * behind the other.
 */
final class FloatLink {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();
    private static final int PARTS = FloatDots.PARTS;

    /** Units whose dot products are summed at a time. */
    private static final int HEIGHT = 4;

    private final int units;
    private final int inputs;
    private final PointwiseFunction.Kind kind;
    private final float slope;
    private final FloatArray weights;
    private final FloatArray biases;
    private final float[] zeros;
    private final float[] space;

    /** A layer whose matrices lie in {@code space}, behind its first {@link #sums} numbers. */
    FloatLink(DenseChain.Link link, int inputs, float[] space) {
        this.units = link.units();
        this.inputs = inputs;
        this.kind = link.function().kind();
        this.slope = FloatFunctions.number(link.function().slope());
        this.weights = (FloatArray) link.weights();
        this.biases = (FloatArray) link.biases();
        this.zeros = new float[inputs];
        this.space = space;
    }

    /**
     * The count of numbers at the beginning of the space that are for sums, where no layer has more inputs than these.
     */
    static int sums(int inputs) {
        return Math.max(inputs, 1) * HEIGHT * PARTS;
    }

    /** A = σ(W·A₀ + b); {@code aside} holds {@link FloatPointwise#BLOCK} numbers. */
    void forward(int input, int output, int row, float[] aside) {
        combine(
                weights.values(),
                weights.offset,
                inputs,
                1,
                biases.values(),
                biases.offset,
                units,
                inputs,
                space,
                input,
                output,
                row);
        FloatPointwise.activate(kind, slope, space, output, space, output, units * row, aside);
    }

    /** dA₀ = Wᵀ·dZ. */
    void inputGradient(int gradient, int result, int row) {
        combine(weights.values(), weights.offset, 1, inputs, zeros, 0, inputs, units, space, gradient, result, row);
    }

    /** dZ = dA ∗ σ′(Z), in place. */
    void timesDerivative(int output, int gradient, int row) {
        FloatPointwise.timesDerivative(kind, slope, space, output, space, gradient, units * row);
    }

    /** dW = s·dZ·A₀ᵀ and db = s·Σ dZ. */
    void backward(int input, int gradient, int row, double scale, FloatArray weightGradient, FloatArray biasGradient) {
        float factor = FloatFunctions.number(scale);
        float[] dw = weightGradient.values();
        float[] db = biasGradient.values();
        for (int u = 0; u < units; u++) {
            rowSum(space, gradient + u * row, row);
            db[biasGradient.offset + u] = factor * FloatDots.fold(space, 0);
        }
        for (int u = 0; u < units; u += HEIGHT) {
            int height = Math.min(HEIGHT, units - u);
            Arrays.fill(space, 0, height * inputs * PARTS, 0);
            int k = 0;
            for (; k + 4 <= inputs && height == HEIGHT && Lanes.BITS == 512; k += 4) {
                for (int part = 0; part < PARTS; part += V) {
                    FloatDotTiles.fourByFour(
                            space,
                            gradient + u * row + part,
                            row,
                            space,
                            input + k * row + part,
                            row,
                            0,
                            row,
                            space,
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
                    dw[to + k] = factor * FloatDots.fold(space, (p * inputs + k) * PARTS);
                }
            }
        }
    }

    private void products(int g, int u, int height, int a, int k, int width, int row) {
        for (int part = 0; part < PARTS; part += V) {
            if (height == HEIGHT && width == 2) {
                FloatDotTiles.fourByTwo(
                        space,
                        g + u * row + part,
                        row,
                        space,
                        a + k * row + part,
                        row,
                        0,
                        row,
                        space,
                        k * PARTS + part,
                        inputs * PARTS);
            } else {
                for (int p = 0; p < height; p++) {
                    for (int q = 0; q < width; q++) {
                        int to = (p * inputs + k + q) * PARTS + part;
                        FloatDotTiles.one(
                                space, g + (u + p) * row + part, space, a + (k + q) * row + part, 0, row, space, to);
                    }
                }
            }
        }
    }

    /** The sums of a row, to the beginning of the space. */
    private static void rowSum(float[] space, int from, int row) {
        for (int part = 0; part < PARTS; part += V) {
            FloatVector sum = FloatVector.zero(LANES);
            for (int i = part; i < row; i += PARTS) {
                sum = sum.add(FloatVector.fromArray(LANES, space, from + i));
            }
            sum.intoArray(space, part);
        }
    }

    /**
     * c(r, i) = start(r) + Σ_k w(r, k)·b(k, i), with w(r, k) at {@code wFrom + r·wRow + k·wStep}; one term at least.
     */
    private static void combine(
            float[] w,
            int wFrom,
            int wRow,
            int wStep,
            float[] start,
            int startFrom,
            int rows,
            int terms,
            float[] space,
            int b,
            int c,
            int row) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            for (int i = 0; i < row; i += 2 * V) {
                fourRows(
                        w,
                        wFrom + r * wRow,
                        wRow,
                        wStep,
                        start,
                        startFrom + r,
                        terms,
                        space,
                        b + i,
                        c + r * row + i,
                        row);
            }
        }
        for (; r < rows; r++) {
            for (int i = 0; i < row; i += 2 * V) {
                oneRow(w, wFrom + r * wRow, wStep, start[startFrom + r], terms, space, b + i, c + r * row + i, row);
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
            float[] space,
            int at,
            int to,
            int row) {
        // The first term apart: where two sums start as one vector, the compiler keeps them on the stack in every other
        // start of the JVM.
        FloatVector b0 = FloatVector.fromArray(LANES, space, at);
        FloatVector b1 = FloatVector.fromArray(LANES, space, at + V);
        FloatVector w0 = FloatVector.broadcast(LANES, w[from]);
        FloatVector s0 = FloatVector.broadcast(LANES, start[first]);
        FloatVector c00 = w0.fma(b0, s0);
        FloatVector c01 = w0.fma(b1, s0);
        FloatVector w1 = FloatVector.broadcast(LANES, w[from + wRow]);
        FloatVector s1 = FloatVector.broadcast(LANES, start[first + 1]);
        FloatVector c10 = w1.fma(b0, s1);
        FloatVector c11 = w1.fma(b1, s1);
        FloatVector w2 = FloatVector.broadcast(LANES, w[from + 2 * wRow]);
        FloatVector s2 = FloatVector.broadcast(LANES, start[first + 2]);
        FloatVector c20 = w2.fma(b0, s2);
        FloatVector c21 = w2.fma(b1, s2);
        FloatVector w3 = FloatVector.broadcast(LANES, w[from + 3 * wRow]);
        FloatVector s3 = FloatVector.broadcast(LANES, start[first + 3]);
        FloatVector c30 = w3.fma(b0, s3);
        FloatVector c31 = w3.fma(b1, s3);
        int p = from;
        int q = at;
        for (int k = 1; k < terms; k++) {
            p += wStep;
            q += row;
            b0 = FloatVector.fromArray(LANES, space, q);
            b1 = FloatVector.fromArray(LANES, space, q + V);
            w0 = FloatVector.broadcast(LANES, w[p]);
            c00 = w0.fma(b0, c00);
            c01 = w0.fma(b1, c01);
            w1 = FloatVector.broadcast(LANES, w[p + wRow]);
            c10 = w1.fma(b0, c10);
            c11 = w1.fma(b1, c11);
            w2 = FloatVector.broadcast(LANES, w[p + 2 * wRow]);
            c20 = w2.fma(b0, c20);
            c21 = w2.fma(b1, c21);
            w3 = FloatVector.broadcast(LANES, w[p + 3 * wRow]);
            c30 = w3.fma(b0, c30);
            c31 = w3.fma(b1, c31);
        }
        c00.intoArray(space, to);
        c01.intoArray(space, to + V);
        c10.intoArray(space, to + row);
        c11.intoArray(space, to + row + V);
        c20.intoArray(space, to + 2 * row);
        c21.intoArray(space, to + 2 * row + V);
        c30.intoArray(space, to + 3 * row);
        c31.intoArray(space, to + 3 * row + V);
    }

    private static void oneRow(
            float[] w, int from, int wStep, float start, int terms, float[] space, int at, int to, int row) {
        FloatVector value = FloatVector.broadcast(LANES, w[from]);
        FloatVector s = FloatVector.broadcast(LANES, start);
        FloatVector c0 = value.fma(FloatVector.fromArray(LANES, space, at), s);
        FloatVector c1 = value.fma(FloatVector.fromArray(LANES, space, at + V), s);
        int p = from;
        int q = at;
        for (int k = 1; k < terms; k++) {
            p += wStep;
            q += row;
            value = FloatVector.broadcast(LANES, w[p]);
            c0 = value.fma(FloatVector.fromArray(LANES, space, q), c0);
            c1 = value.fma(FloatVector.fromArray(LANES, space, q + V), c1);
        }
        c0.intoArray(space, to);
        c1.intoArray(space, to + V);
    }
}
