package dnn.engine.backend.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a product C = A·B: a tile of C of a few rows and one panel of columns stays in registers while k runs. Each number of C is one chain of
 * fused multiply-adds over k, so its bits depend neither on the tile's shape nor on the width of a vector.
 *
 * <p>a(i, k) lies at {@code aFrom + i·aRow + k·aStep}; the panel, from {@code panel} on, holds {@link #PANEL} columns of B row by row; chains begin at the numbers at {@code start}.
 */
final class DoubleTiles {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int V = LANES.length();

    /** Columns of a panel. */
    static final int PANEL = 2 * V;

    /** The most rows of a tile: what the registers hold. */
    static final int ROWS = Lanes.BITS == 512 ? 8 : 4;

    private DoubleTiles() {}

    /** A tile of {@code rows} rows, 1 to {@link #ROWS}. */
    static void tile(
            int rows,
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aStep,
            double[] panels,
            int panel,
            double[] start,
            int startFrom,
            int startRow,
            double[] c,
            int cFrom,
            int cRow) {
        int row = 0;
        if (rows == 8) {
            rows8(depth, a, aFrom, aRow, aStep, panels, panel, start, startFrom, startRow, c, cFrom, cRow);
            row = 8;
        } else if (rows >= 4) {
            rows4(depth, a, aFrom, aRow, aStep, panels, panel, start, startFrom, startRow, c, cFrom, cRow);
            row = 4;
        }
        for (; row < rows; row++) {
            row1(
                    depth,
                    a,
                    aFrom + row * aRow,
                    aStep,
                    panels,
                    panel,
                    start,
                    startFrom + row * startRow,
                    c,
                    cFrom + row * cRow);
        }
    }

    /** Eight rows: sixteen sums, for 32 registers. */
    static void rows8(
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aStep,
            double[] panels,
            int panel,
            double[] start,
            int startFrom,
            int startRow,
            double[] c,
            int cFrom,
            int cRow) {
        DoubleVector c00 = DoubleVector.fromArray(LANES, start, startFrom);
        DoubleVector c01 = DoubleVector.fromArray(LANES, start, startFrom + V);
        DoubleVector c10 = DoubleVector.fromArray(LANES, start, startFrom + startRow);
        DoubleVector c11 = DoubleVector.fromArray(LANES, start, startFrom + startRow + V);
        DoubleVector c20 = DoubleVector.fromArray(LANES, start, startFrom + 2 * startRow);
        DoubleVector c21 = DoubleVector.fromArray(LANES, start, startFrom + 2 * startRow + V);
        DoubleVector c30 = DoubleVector.fromArray(LANES, start, startFrom + 3 * startRow);
        DoubleVector c31 = DoubleVector.fromArray(LANES, start, startFrom + 3 * startRow + V);
        DoubleVector c40 = DoubleVector.fromArray(LANES, start, startFrom + 4 * startRow);
        DoubleVector c41 = DoubleVector.fromArray(LANES, start, startFrom + 4 * startRow + V);
        DoubleVector c50 = DoubleVector.fromArray(LANES, start, startFrom + 5 * startRow);
        DoubleVector c51 = DoubleVector.fromArray(LANES, start, startFrom + 5 * startRow + V);
        DoubleVector c60 = DoubleVector.fromArray(LANES, start, startFrom + 6 * startRow);
        DoubleVector c61 = DoubleVector.fromArray(LANES, start, startFrom + 6 * startRow + V);
        DoubleVector c70 = DoubleVector.fromArray(LANES, start, startFrom + 7 * startRow);
        DoubleVector c71 = DoubleVector.fromArray(LANES, start, startFrom + 7 * startRow + V);
        int p = aFrom;
        int q = panel;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, panels, q);
            DoubleVector b1 = DoubleVector.fromArray(LANES, panels, q + V);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(LANES, a[p + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(LANES, a[p + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(LANES, a[p + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            DoubleVector a4 = DoubleVector.broadcast(LANES, a[p + 4 * aRow]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            DoubleVector a5 = DoubleVector.broadcast(LANES, a[p + 5 * aRow]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            DoubleVector a6 = DoubleVector.broadcast(LANES, a[p + 6 * aRow]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            DoubleVector a7 = DoubleVector.broadcast(LANES, a[p + 7 * aRow]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
            p += aStep;
            q += PANEL;
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + V);
        c10.intoArray(c, cFrom + cRow);
        c11.intoArray(c, cFrom + cRow + V);
        c20.intoArray(c, cFrom + 2 * cRow);
        c21.intoArray(c, cFrom + 2 * cRow + V);
        c30.intoArray(c, cFrom + 3 * cRow);
        c31.intoArray(c, cFrom + 3 * cRow + V);
        c40.intoArray(c, cFrom + 4 * cRow);
        c41.intoArray(c, cFrom + 4 * cRow + V);
        c50.intoArray(c, cFrom + 5 * cRow);
        c51.intoArray(c, cFrom + 5 * cRow + V);
        c60.intoArray(c, cFrom + 6 * cRow);
        c61.intoArray(c, cFrom + 6 * cRow + V);
        c70.intoArray(c, cFrom + 7 * cRow);
        c71.intoArray(c, cFrom + 7 * cRow + V);
    }

    /** Four rows: eight sums, for 16 registers. */
    static void rows4(
            int depth,
            double[] a,
            int aFrom,
            int aRow,
            int aStep,
            double[] panels,
            int panel,
            double[] start,
            int startFrom,
            int startRow,
            double[] c,
            int cFrom,
            int cRow) {
        DoubleVector c00 = DoubleVector.fromArray(LANES, start, startFrom);
        DoubleVector c01 = DoubleVector.fromArray(LANES, start, startFrom + V);
        DoubleVector c10 = DoubleVector.fromArray(LANES, start, startFrom + startRow);
        DoubleVector c11 = DoubleVector.fromArray(LANES, start, startFrom + startRow + V);
        DoubleVector c20 = DoubleVector.fromArray(LANES, start, startFrom + 2 * startRow);
        DoubleVector c21 = DoubleVector.fromArray(LANES, start, startFrom + 2 * startRow + V);
        DoubleVector c30 = DoubleVector.fromArray(LANES, start, startFrom + 3 * startRow);
        DoubleVector c31 = DoubleVector.fromArray(LANES, start, startFrom + 3 * startRow + V);
        int p = aFrom;
        int q = panel;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, panels, q);
            DoubleVector b1 = DoubleVector.fromArray(LANES, panels, q + V);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(LANES, a[p + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(LANES, a[p + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(LANES, a[p + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            p += aStep;
            q += PANEL;
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + V);
        c10.intoArray(c, cFrom + cRow);
        c11.intoArray(c, cFrom + cRow + V);
        c20.intoArray(c, cFrom + 2 * cRow);
        c21.intoArray(c, cFrom + 2 * cRow + V);
        c30.intoArray(c, cFrom + 3 * cRow);
        c31.intoArray(c, cFrom + 3 * cRow + V);
    }

    /** One row. */
    static void row1(
            int depth,
            double[] a,
            int aFrom,
            int aStep,
            double[] panels,
            int panel,
            double[] start,
            int startFrom,
            double[] c,
            int cFrom) {
        DoubleVector c00 = DoubleVector.fromArray(LANES, start, startFrom);
        DoubleVector c01 = DoubleVector.fromArray(LANES, start, startFrom + V);
        int p = aFrom;
        int q = panel;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, panels, q);
            DoubleVector b1 = DoubleVector.fromArray(LANES, panels, q + V);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            p += aStep;
            q += PANEL;
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + V);
    }
}
