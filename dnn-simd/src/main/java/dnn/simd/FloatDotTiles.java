package dnn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of {@link FloatDots}: rows x of a against rows y of w, from {@code from} to {@code end}. The sums
 * of a dot product, {@link FloatDots#PARTS}, stay in registers where vectors are wide, or the vector's share of them
 * where they are not.
 */
final class FloatDotTiles {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int PARTS = FloatDots.PARTS;

    private FloatDotTiles() {}

    /** Twenty dot products' sums go on. */
    static void fourByFive(
            float[] a, int x, int aRow, float[] w, int y, int wRow, int from, int end, float[] sum, int at, int next) {
        FloatVector s00 = FloatVector.fromArray(LANES, sum, at);
        FloatVector s01 = FloatVector.fromArray(LANES, sum, at + PARTS);
        FloatVector s02 = FloatVector.fromArray(LANES, sum, at + 2 * PARTS);
        FloatVector s03 = FloatVector.fromArray(LANES, sum, at + 3 * PARTS);
        FloatVector s04 = FloatVector.fromArray(LANES, sum, at + 4 * PARTS);
        FloatVector s10 = FloatVector.fromArray(LANES, sum, at + next);
        FloatVector s11 = FloatVector.fromArray(LANES, sum, at + next + PARTS);
        FloatVector s12 = FloatVector.fromArray(LANES, sum, at + next + 2 * PARTS);
        FloatVector s13 = FloatVector.fromArray(LANES, sum, at + next + 3 * PARTS);
        FloatVector s14 = FloatVector.fromArray(LANES, sum, at + next + 4 * PARTS);
        FloatVector s20 = FloatVector.fromArray(LANES, sum, at + 2 * next);
        FloatVector s21 = FloatVector.fromArray(LANES, sum, at + 2 * next + PARTS);
        FloatVector s22 = FloatVector.fromArray(LANES, sum, at + 2 * next + 2 * PARTS);
        FloatVector s23 = FloatVector.fromArray(LANES, sum, at + 2 * next + 3 * PARTS);
        FloatVector s24 = FloatVector.fromArray(LANES, sum, at + 2 * next + 4 * PARTS);
        FloatVector s30 = FloatVector.fromArray(LANES, sum, at + 3 * next);
        FloatVector s31 = FloatVector.fromArray(LANES, sum, at + 3 * next + PARTS);
        FloatVector s32 = FloatVector.fromArray(LANES, sum, at + 3 * next + 2 * PARTS);
        FloatVector s33 = FloatVector.fromArray(LANES, sum, at + 3 * next + 3 * PARTS);
        FloatVector s34 = FloatVector.fromArray(LANES, sum, at + 3 * next + 4 * PARTS);
        for (int k = from; k < end; k += PARTS) {
            FloatVector w0 = FloatVector.fromArray(LANES, w, y + k);
            FloatVector w1 = FloatVector.fromArray(LANES, w, y + wRow + k);
            FloatVector w2 = FloatVector.fromArray(LANES, w, y + 2 * wRow + k);
            FloatVector w3 = FloatVector.fromArray(LANES, w, y + 3 * wRow + k);
            FloatVector w4 = FloatVector.fromArray(LANES, w, y + 4 * wRow + k);
            FloatVector a0 = FloatVector.fromArray(LANES, a, x + k);
            s00 = a0.fma(w0, s00);
            s01 = a0.fma(w1, s01);
            s02 = a0.fma(w2, s02);
            s03 = a0.fma(w3, s03);
            s04 = a0.fma(w4, s04);
            FloatVector a1 = FloatVector.fromArray(LANES, a, x + aRow + k);
            s10 = a1.fma(w0, s10);
            s11 = a1.fma(w1, s11);
            s12 = a1.fma(w2, s12);
            s13 = a1.fma(w3, s13);
            s14 = a1.fma(w4, s14);
            FloatVector a2 = FloatVector.fromArray(LANES, a, x + 2 * aRow + k);
            s20 = a2.fma(w0, s20);
            s21 = a2.fma(w1, s21);
            s22 = a2.fma(w2, s22);
            s23 = a2.fma(w3, s23);
            s24 = a2.fma(w4, s24);
            FloatVector a3 = FloatVector.fromArray(LANES, a, x + 3 * aRow + k);
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
            float[] a, int x, int aRow, float[] w, int y, int wRow, int from, int end, float[] sum, int at, int next) {
        FloatVector s00 = FloatVector.fromArray(LANES, sum, at);
        FloatVector s01 = FloatVector.fromArray(LANES, sum, at + PARTS);
        FloatVector s02 = FloatVector.fromArray(LANES, sum, at + 2 * PARTS);
        FloatVector s03 = FloatVector.fromArray(LANES, sum, at + 3 * PARTS);
        FloatVector s10 = FloatVector.fromArray(LANES, sum, at + next);
        FloatVector s11 = FloatVector.fromArray(LANES, sum, at + next + PARTS);
        FloatVector s12 = FloatVector.fromArray(LANES, sum, at + next + 2 * PARTS);
        FloatVector s13 = FloatVector.fromArray(LANES, sum, at + next + 3 * PARTS);
        FloatVector s20 = FloatVector.fromArray(LANES, sum, at + 2 * next);
        FloatVector s21 = FloatVector.fromArray(LANES, sum, at + 2 * next + PARTS);
        FloatVector s22 = FloatVector.fromArray(LANES, sum, at + 2 * next + 2 * PARTS);
        FloatVector s23 = FloatVector.fromArray(LANES, sum, at + 2 * next + 3 * PARTS);
        FloatVector s30 = FloatVector.fromArray(LANES, sum, at + 3 * next);
        FloatVector s31 = FloatVector.fromArray(LANES, sum, at + 3 * next + PARTS);
        FloatVector s32 = FloatVector.fromArray(LANES, sum, at + 3 * next + 2 * PARTS);
        FloatVector s33 = FloatVector.fromArray(LANES, sum, at + 3 * next + 3 * PARTS);
        for (int k = from; k < end; k += PARTS) {
            FloatVector w0 = FloatVector.fromArray(LANES, w, y + k);
            FloatVector w1 = FloatVector.fromArray(LANES, w, y + wRow + k);
            FloatVector w2 = FloatVector.fromArray(LANES, w, y + 2 * wRow + k);
            FloatVector w3 = FloatVector.fromArray(LANES, w, y + 3 * wRow + k);
            FloatVector a0 = FloatVector.fromArray(LANES, a, x + k);
            s00 = a0.fma(w0, s00);
            s01 = a0.fma(w1, s01);
            s02 = a0.fma(w2, s02);
            s03 = a0.fma(w3, s03);
            FloatVector a1 = FloatVector.fromArray(LANES, a, x + aRow + k);
            s10 = a1.fma(w0, s10);
            s11 = a1.fma(w1, s11);
            s12 = a1.fma(w2, s12);
            s13 = a1.fma(w3, s13);
            FloatVector a2 = FloatVector.fromArray(LANES, a, x + 2 * aRow + k);
            s20 = a2.fma(w0, s20);
            s21 = a2.fma(w1, s21);
            s22 = a2.fma(w2, s22);
            s23 = a2.fma(w3, s23);
            FloatVector a3 = FloatVector.fromArray(LANES, a, x + 3 * aRow + k);
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
            float[] a, int x, int aRow, float[] w, int y, int wRow, int from, int end, float[] sum, int at, int next) {
        FloatVector s00 = FloatVector.fromArray(LANES, sum, at);
        FloatVector s01 = FloatVector.fromArray(LANES, sum, at + PARTS);
        FloatVector s10 = FloatVector.fromArray(LANES, sum, at + next);
        FloatVector s11 = FloatVector.fromArray(LANES, sum, at + next + PARTS);
        FloatVector s20 = FloatVector.fromArray(LANES, sum, at + 2 * next);
        FloatVector s21 = FloatVector.fromArray(LANES, sum, at + 2 * next + PARTS);
        FloatVector s30 = FloatVector.fromArray(LANES, sum, at + 3 * next);
        FloatVector s31 = FloatVector.fromArray(LANES, sum, at + 3 * next + PARTS);
        for (int k = from; k < end; k += PARTS) {
            FloatVector w0 = FloatVector.fromArray(LANES, w, y + k);
            FloatVector w1 = FloatVector.fromArray(LANES, w, y + wRow + k);
            FloatVector a0 = FloatVector.fromArray(LANES, a, x + k);
            s00 = a0.fma(w0, s00);
            s01 = a0.fma(w1, s01);
            FloatVector a1 = FloatVector.fromArray(LANES, a, x + aRow + k);
            s10 = a1.fma(w0, s10);
            s11 = a1.fma(w1, s11);
            FloatVector a2 = FloatVector.fromArray(LANES, a, x + 2 * aRow + k);
            s20 = a2.fma(w0, s20);
            s21 = a2.fma(w1, s21);
            FloatVector a3 = FloatVector.fromArray(LANES, a, x + 3 * aRow + k);
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
    static void one(float[] a, int x, float[] w, int y, int from, int end, float[] sum, int at) {
        FloatVector s = FloatVector.fromArray(LANES, sum, at);
        for (int k = from; k < end; k += PARTS) {
            s = FloatVector.fromArray(LANES, a, x + k).fma(FloatVector.fromArray(LANES, w, y + k), s);
        }
        s.intoArray(sum, at);
    }
}
