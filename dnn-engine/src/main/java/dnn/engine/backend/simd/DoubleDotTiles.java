package dnn.engine.backend.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of {@link DoubleDots}: rows x of a against rows y of w, from {@code from} to {@code end}. The sums of a dot product, {@link DoubleDots#PARTS},
 * stay in registers where vectors are wide, or the vector's share of them where they are not.
 */
final class DoubleDotTiles {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int PARTS = DoubleDots.PARTS;

    private DoubleDotTiles() {}

    /** Twenty dot products' sums go on. */
    static void fourByFive(
            double[] a,
            int x,
            int aRow,
            double[] w,
            int y,
            int wRow,
            int from,
            int end,
            double[] sum,
            int at,
            int next) {
        DoubleVector s00 = DoubleVector.fromArray(LANES, sum, at);
        DoubleVector s01 = DoubleVector.fromArray(LANES, sum, at + PARTS);
        DoubleVector s02 = DoubleVector.fromArray(LANES, sum, at + 2 * PARTS);
        DoubleVector s03 = DoubleVector.fromArray(LANES, sum, at + 3 * PARTS);
        DoubleVector s04 = DoubleVector.fromArray(LANES, sum, at + 4 * PARTS);
        DoubleVector s10 = DoubleVector.fromArray(LANES, sum, at + next);
        DoubleVector s11 = DoubleVector.fromArray(LANES, sum, at + next + PARTS);
        DoubleVector s12 = DoubleVector.fromArray(LANES, sum, at + next + 2 * PARTS);
        DoubleVector s13 = DoubleVector.fromArray(LANES, sum, at + next + 3 * PARTS);
        DoubleVector s14 = DoubleVector.fromArray(LANES, sum, at + next + 4 * PARTS);
        DoubleVector s20 = DoubleVector.fromArray(LANES, sum, at + 2 * next);
        DoubleVector s21 = DoubleVector.fromArray(LANES, sum, at + 2 * next + PARTS);
        DoubleVector s22 = DoubleVector.fromArray(LANES, sum, at + 2 * next + 2 * PARTS);
        DoubleVector s23 = DoubleVector.fromArray(LANES, sum, at + 2 * next + 3 * PARTS);
        DoubleVector s24 = DoubleVector.fromArray(LANES, sum, at + 2 * next + 4 * PARTS);
        DoubleVector s30 = DoubleVector.fromArray(LANES, sum, at + 3 * next);
        DoubleVector s31 = DoubleVector.fromArray(LANES, sum, at + 3 * next + PARTS);
        DoubleVector s32 = DoubleVector.fromArray(LANES, sum, at + 3 * next + 2 * PARTS);
        DoubleVector s33 = DoubleVector.fromArray(LANES, sum, at + 3 * next + 3 * PARTS);
        DoubleVector s34 = DoubleVector.fromArray(LANES, sum, at + 3 * next + 4 * PARTS);
        for (int k = from; k < end; k += PARTS) {
            DoubleVector w0 = DoubleVector.fromArray(LANES, w, y + k);
            DoubleVector w1 = DoubleVector.fromArray(LANES, w, y + wRow + k);
            DoubleVector w2 = DoubleVector.fromArray(LANES, w, y + 2 * wRow + k);
            DoubleVector w3 = DoubleVector.fromArray(LANES, w, y + 3 * wRow + k);
            DoubleVector w4 = DoubleVector.fromArray(LANES, w, y + 4 * wRow + k);
            DoubleVector a0 = DoubleVector.fromArray(LANES, a, x + k);
            s00 = a0.fma(w0, s00);
            s01 = a0.fma(w1, s01);
            s02 = a0.fma(w2, s02);
            s03 = a0.fma(w3, s03);
            s04 = a0.fma(w4, s04);
            DoubleVector a1 = DoubleVector.fromArray(LANES, a, x + aRow + k);
            s10 = a1.fma(w0, s10);
            s11 = a1.fma(w1, s11);
            s12 = a1.fma(w2, s12);
            s13 = a1.fma(w3, s13);
            s14 = a1.fma(w4, s14);
            DoubleVector a2 = DoubleVector.fromArray(LANES, a, x + 2 * aRow + k);
            s20 = a2.fma(w0, s20);
            s21 = a2.fma(w1, s21);
            s22 = a2.fma(w2, s22);
            s23 = a2.fma(w3, s23);
            s24 = a2.fma(w4, s24);
            DoubleVector a3 = DoubleVector.fromArray(LANES, a, x + 3 * aRow + k);
            s30 = a3.fma(w0, s30);
            s31 = a3.fma(w1, s31);
            s32 = a3.fma(w2, s32);
            s33 = a3.fma(w3, s33);
            s34 = a3.fma(w4, s34);
        }
        s00.intoArray(sum, at);
        s01.intoArray(sum, at + PARTS);
        s02.intoArray(sum, at + 2 * PARTS);
        s03.intoArray(sum, at + 3 * PARTS);
        s04.intoArray(sum, at + 4 * PARTS);
        s10.intoArray(sum, at + next);
        s11.intoArray(sum, at + next + PARTS);
        s12.intoArray(sum, at + next + 2 * PARTS);
        s13.intoArray(sum, at + next + 3 * PARTS);
        s14.intoArray(sum, at + next + 4 * PARTS);
        s20.intoArray(sum, at + 2 * next);
        s21.intoArray(sum, at + 2 * next + PARTS);
        s22.intoArray(sum, at + 2 * next + 2 * PARTS);
        s23.intoArray(sum, at + 2 * next + 3 * PARTS);
        s24.intoArray(sum, at + 2 * next + 4 * PARTS);
        s30.intoArray(sum, at + 3 * next);
        s31.intoArray(sum, at + 3 * next + PARTS);
        s32.intoArray(sum, at + 3 * next + 2 * PARTS);
        s33.intoArray(sum, at + 3 * next + 3 * PARTS);
        s34.intoArray(sum, at + 3 * next + 4 * PARTS);
    }

    /** Sixteen dot products' sums go on. */
    static void fourByFour(
            double[] a,
            int x,
            int aRow,
            double[] w,
            int y,
            int wRow,
            int from,
            int end,
            double[] sum,
            int at,
            int next) {
        DoubleVector s00 = DoubleVector.fromArray(LANES, sum, at);
        DoubleVector s01 = DoubleVector.fromArray(LANES, sum, at + PARTS);
        DoubleVector s02 = DoubleVector.fromArray(LANES, sum, at + 2 * PARTS);
        DoubleVector s03 = DoubleVector.fromArray(LANES, sum, at + 3 * PARTS);
        DoubleVector s10 = DoubleVector.fromArray(LANES, sum, at + next);
        DoubleVector s11 = DoubleVector.fromArray(LANES, sum, at + next + PARTS);
        DoubleVector s12 = DoubleVector.fromArray(LANES, sum, at + next + 2 * PARTS);
        DoubleVector s13 = DoubleVector.fromArray(LANES, sum, at + next + 3 * PARTS);
        DoubleVector s20 = DoubleVector.fromArray(LANES, sum, at + 2 * next);
        DoubleVector s21 = DoubleVector.fromArray(LANES, sum, at + 2 * next + PARTS);
        DoubleVector s22 = DoubleVector.fromArray(LANES, sum, at + 2 * next + 2 * PARTS);
        DoubleVector s23 = DoubleVector.fromArray(LANES, sum, at + 2 * next + 3 * PARTS);
        DoubleVector s30 = DoubleVector.fromArray(LANES, sum, at + 3 * next);
        DoubleVector s31 = DoubleVector.fromArray(LANES, sum, at + 3 * next + PARTS);
        DoubleVector s32 = DoubleVector.fromArray(LANES, sum, at + 3 * next + 2 * PARTS);
        DoubleVector s33 = DoubleVector.fromArray(LANES, sum, at + 3 * next + 3 * PARTS);
        for (int k = from; k < end; k += PARTS) {
            DoubleVector w0 = DoubleVector.fromArray(LANES, w, y + k);
            DoubleVector w1 = DoubleVector.fromArray(LANES, w, y + wRow + k);
            DoubleVector w2 = DoubleVector.fromArray(LANES, w, y + 2 * wRow + k);
            DoubleVector w3 = DoubleVector.fromArray(LANES, w, y + 3 * wRow + k);
            DoubleVector a0 = DoubleVector.fromArray(LANES, a, x + k);
            s00 = a0.fma(w0, s00);
            s01 = a0.fma(w1, s01);
            s02 = a0.fma(w2, s02);
            s03 = a0.fma(w3, s03);
            DoubleVector a1 = DoubleVector.fromArray(LANES, a, x + aRow + k);
            s10 = a1.fma(w0, s10);
            s11 = a1.fma(w1, s11);
            s12 = a1.fma(w2, s12);
            s13 = a1.fma(w3, s13);
            DoubleVector a2 = DoubleVector.fromArray(LANES, a, x + 2 * aRow + k);
            s20 = a2.fma(w0, s20);
            s21 = a2.fma(w1, s21);
            s22 = a2.fma(w2, s22);
            s23 = a2.fma(w3, s23);
            DoubleVector a3 = DoubleVector.fromArray(LANES, a, x + 3 * aRow + k);
            s30 = a3.fma(w0, s30);
            s31 = a3.fma(w1, s31);
            s32 = a3.fma(w2, s32);
            s33 = a3.fma(w3, s33);
        }
        s00.intoArray(sum, at);
        s01.intoArray(sum, at + PARTS);
        s02.intoArray(sum, at + 2 * PARTS);
        s03.intoArray(sum, at + 3 * PARTS);
        s10.intoArray(sum, at + next);
        s11.intoArray(sum, at + next + PARTS);
        s12.intoArray(sum, at + next + 2 * PARTS);
        s13.intoArray(sum, at + next + 3 * PARTS);
        s20.intoArray(sum, at + 2 * next);
        s21.intoArray(sum, at + 2 * next + PARTS);
        s22.intoArray(sum, at + 2 * next + 2 * PARTS);
        s23.intoArray(sum, at + 2 * next + 3 * PARTS);
        s30.intoArray(sum, at + 3 * next);
        s31.intoArray(sum, at + 3 * next + PARTS);
        s32.intoArray(sum, at + 3 * next + 2 * PARTS);
        s33.intoArray(sum, at + 3 * next + 3 * PARTS);
    }

    /** Eight dot products' sums go on. */
    static void fourByTwo(
            double[] a,
            int x,
            int aRow,
            double[] w,
            int y,
            int wRow,
            int from,
            int end,
            double[] sum,
            int at,
            int next) {
        DoubleVector s00 = DoubleVector.fromArray(LANES, sum, at);
        DoubleVector s01 = DoubleVector.fromArray(LANES, sum, at + PARTS);
        DoubleVector s10 = DoubleVector.fromArray(LANES, sum, at + next);
        DoubleVector s11 = DoubleVector.fromArray(LANES, sum, at + next + PARTS);
        DoubleVector s20 = DoubleVector.fromArray(LANES, sum, at + 2 * next);
        DoubleVector s21 = DoubleVector.fromArray(LANES, sum, at + 2 * next + PARTS);
        DoubleVector s30 = DoubleVector.fromArray(LANES, sum, at + 3 * next);
        DoubleVector s31 = DoubleVector.fromArray(LANES, sum, at + 3 * next + PARTS);
        for (int k = from; k < end; k += PARTS) {
            DoubleVector w0 = DoubleVector.fromArray(LANES, w, y + k);
            DoubleVector w1 = DoubleVector.fromArray(LANES, w, y + wRow + k);
            DoubleVector a0 = DoubleVector.fromArray(LANES, a, x + k);
            s00 = a0.fma(w0, s00);
            s01 = a0.fma(w1, s01);
            DoubleVector a1 = DoubleVector.fromArray(LANES, a, x + aRow + k);
            s10 = a1.fma(w0, s10);
            s11 = a1.fma(w1, s11);
            DoubleVector a2 = DoubleVector.fromArray(LANES, a, x + 2 * aRow + k);
            s20 = a2.fma(w0, s20);
            s21 = a2.fma(w1, s21);
            DoubleVector a3 = DoubleVector.fromArray(LANES, a, x + 3 * aRow + k);
            s30 = a3.fma(w0, s30);
            s31 = a3.fma(w1, s31);
        }
        s00.intoArray(sum, at);
        s01.intoArray(sum, at + PARTS);
        s10.intoArray(sum, at + next);
        s11.intoArray(sum, at + next + PARTS);
        s20.intoArray(sum, at + 2 * next);
        s21.intoArray(sum, at + 2 * next + PARTS);
        s30.intoArray(sum, at + 3 * next);
        s31.intoArray(sum, at + 3 * next + PARTS);
    }

    /** One dot product's sums go on. */
    static void one(double[] a, int x, double[] w, int y, int from, int end, double[] sum, int at) {
        DoubleVector s = DoubleVector.fromArray(LANES, sum, at);
        for (int k = from; k < end; k += PARTS) {
            s = DoubleVector.fromArray(LANES, a, x + k).fma(DoubleVector.fromArray(LANES, w, y + k), s);
        }
        s.intoArray(sum, at);
    }
}
