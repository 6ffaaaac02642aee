package dnn.engine.backend.simd;

import dnn.engine.backend.DenseChain;
import dnn.engine.backend.PointwiseFunction;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** A layer of a {@link DoubleChain}, forward and back. Z, A and their gradients are (units, row), a unit's items one behind the other. */
final class DoubleLink {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int V = LANES.length();
    private static final int PARTS = DoubleDots.PARTS;

    private final int units;
    private final int inputs;
    private final PointwiseFunction.Kind kind;
    private final double slope;
    private final DoubleArray weights;
    private final DoubleArray biases;
    private final DoubleArray weightGradient;
    private final DoubleArray biasGradient;
    private final double[] zeros;
    private final double[] sums;

    DoubleLink(DenseChain.Link link, int inputs) {
        this.units = link.units();
        this.inputs = inputs;
        this.kind = link.function().kind();
        this.slope = DoubleFunctions.number(link.function().slope());
        this.weights = (DoubleArray) link.weights();
        this.biases = (DoubleArray) link.biases();
        this.weightGradient = (DoubleArray) link.weightGradient();
        this.biasGradient = (DoubleArray) link.biasGradient();
        this.zeros = new double[inputs];
        this.sums = new double[Math.max(inputs, 4) * 4 * PARTS];
    }

    /** A = σ(W·A₀ + b); {@code aside} holds {@link DoublePointwise#BLOCK} numbers. */
    void forward(double[] input, double[] output, int row, double[] aside) {
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
        DoublePointwise.activate(kind, slope, output, 0, output, 0, units * row, aside);
    }

    /** dA₀ = Wᵀ·dZ. */
    void inputGradient(double[] gradient, double[] result, int row) {
        combine(weights.values(), weights.offset, 1, inputs, zeros, 0, inputs, units, gradient, result, row);
    }

    /** dZ = dA ∗ σ′(Z), in place. */
    void timesDerivative(double[] output, double[] gradient, int row) {
        DoublePointwise.timesDerivative(kind, slope, output, 0, gradient, 0, units * row);
    }

    /** dW = s·dZ·A₀ᵀ and db = s·Σ dZ. */
    void backward(double[] input, double[] gradient, int row, double scale) {
        double factor = DoubleFunctions.number(scale);
        double[] dw = weightGradient.values();
        double[] db = biasGradient.values();
        for (int u = 0; u < units; u++) {
            rowSum(gradient, u * row, row, sums);
            db[biasGradient.offset + u] = factor * DoubleDots.fold(sums, 0);
        }
        for (int u = 0; u < units; u += 4) {
            int height = Math.min(4, units - u);
            Arrays.fill(sums, 0, height * inputs * PARTS, 0);
            int k = 0;
            for (; k + 4 <= inputs && height == 4 && Lanes.BITS == 512; k += 4) {
                for (int part = 0; part < PARTS; part += V) {
                    DoubleDotTiles.fourByFour(
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
                    dw[to + k] = factor * DoubleDots.fold(sums, (p * inputs + k) * PARTS);
                }
            }
        }
    }

    private void products(double[] g, int u, int height, double[] a, int k, int width, int row) {
        for (int part = 0; part < PARTS; part += V) {
            if (height == 4 && width == 2) {
                DoubleDotTiles.fourByTwo(
                        g, u * row + part, row, a, k * row + part, row, 0, row, sums, k * PARTS + part, inputs * PARTS);
            } else {
                for (int p = 0; p < height; p++) {
                    for (int q = 0; q < width; q++) {
                        int to = (p * inputs + k + q) * PARTS + part;
                        DoubleDotTiles.one(g, (u + p) * row + part, a, (k + q) * row + part, 0, row, sums, to);
                    }
                }
            }
        }
    }

    private static void rowSum(double[] g, int from, int row, double[] sums) {
        for (int part = 0; part < PARTS; part += V) {
            DoubleVector sum = DoubleVector.zero(LANES);
            for (int i = part; i < row; i += PARTS) {
                sum = sum.add(DoubleVector.fromArray(LANES, g, from + i));
            }
            sum.intoArray(sums, part);
        }
    }

    /** c(r, i) = start(r) + Σ_k w(r, k)·b(k, i), with w(r, k) at {@code wFrom + r·wRow + k·wStep}. */
    private static void combine(
            double[] w,
            int wFrom,
            int wRow,
            int wStep,
            double[] start,
            int startFrom,
            int rows,
            int terms,
            double[] b,
            double[] c,
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
            double[] w,
            int from,
            int wRow,
            int wStep,
            double[] start,
            int first,
            int terms,
            double[] b,
            int at,
            double[] c,
            int to,
            int row) {
        DoubleVector c00 = DoubleVector.broadcast(LANES, start[first]);
        DoubleVector c01 = c00;
        DoubleVector c10 = DoubleVector.broadcast(LANES, start[first + 1]);
        DoubleVector c11 = c10;
        DoubleVector c20 = DoubleVector.broadcast(LANES, start[first + 2]);
        DoubleVector c21 = c20;
        DoubleVector c30 = DoubleVector.broadcast(LANES, start[first + 3]);
        DoubleVector c31 = c30;
        int p = from;
        int q = at;
        for (int k = 0; k < terms; k++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, q + V);
            DoubleVector w0 = DoubleVector.broadcast(LANES, w[p]);
            c00 = w0.fma(b0, c00);
            c01 = w0.fma(b1, c01);
            DoubleVector w1 = DoubleVector.broadcast(LANES, w[p + wRow]);
            c10 = w1.fma(b0, c10);
            c11 = w1.fma(b1, c11);
            DoubleVector w2 = DoubleVector.broadcast(LANES, w[p + 2 * wRow]);
            c20 = w2.fma(b0, c20);
            c21 = w2.fma(b1, c21);
            DoubleVector w3 = DoubleVector.broadcast(LANES, w[p + 3 * wRow]);
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
            double[] w, int from, int wStep, double start, int terms, double[] b, int at, double[] c, int to, int row) {
        DoubleVector c0 = DoubleVector.broadcast(LANES, start);
        DoubleVector c1 = c0;
        int p = from;
        int q = at;
        for (int k = 0; k < terms; k++) {
            DoubleVector value = DoubleVector.broadcast(LANES, w[p]);
            c0 = value.fma(DoubleVector.fromArray(LANES, b, q), c0);
            c1 = value.fma(DoubleVector.fromArray(LANES, b, q + V), c1);
            p += wStep;
            q += row;
        }
        c0.intoArray(c, to);
        c1.intoArray(c, to + V);
    }
}
