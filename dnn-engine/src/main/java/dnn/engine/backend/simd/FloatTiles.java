package dnn.engine.backend.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a product C = A·B: a tile of C of a few rows and one panel of columns stays in registers while k runs. Each number of C is one chain of
 * fused multiply-adds over k, so its bits depend neither on the tile's shape nor on the width of a vector.
 *
 * <p>a(i, k) lies at {@code aFrom + i·aRow + k·aStep}; the panel, from {@code panel} on, holds {@link #PANEL} columns of B row by row; chains begin at the numbers at {@code start}.
 */
final class FloatTiles {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /** Columns of a panel. */
    static final int PANEL = 2 * V;

    /** The most rows of a tile: what the registers hold. */
    static final int ROWS = Lanes.BITS == 512 ? 8 : 4;

    private FloatTiles() {}

    /** A tile of {@code rows} rows, 1 to {@link #ROWS}. */
    static void tile(
            int rows,
            int depth,
            float[] a,
            int aFrom,
            int aRow,
            int aStep,
            float[] panels,
            int panel,
            float[] start,
            int startFrom,
            int startRow,
            float[] c,
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
            float[] a,
            int aFrom,
            int aRow,
            int aStep,
            float[] panels,
            int panel,
            float[] start,
            int startFrom,
            int startRow,
            float[] c,
            int cFrom,
            int cRow) {
        FloatVector c00 = FloatVector.fromArray(LANES, start, startFrom);
        FloatVector c01 = FloatVector.fromArray(LANES, start, startFrom + V);
        FloatVector c10 = FloatVector.fromArray(LANES, start, startFrom + startRow);
        FloatVector c11 = FloatVector.fromArray(LANES, start, startFrom + startRow + V);
        FloatVector c20 = FloatVector.fromArray(LANES, start, startFrom + 2 * startRow);
        FloatVector c21 = FloatVector.fromArray(LANES, start, startFrom + 2 * startRow + V);
        FloatVector c30 = FloatVector.fromArray(LANES, start, startFrom + 3 * startRow);
        FloatVector c31 = FloatVector.fromArray(LANES, start, startFrom + 3 * startRow + V);
        FloatVector c40 = FloatVector.fromArray(LANES, start, startFrom + 4 * startRow);
        FloatVector c41 = FloatVector.fromArray(LANES, start, startFrom + 4 * startRow + V);
        FloatVector c50 = FloatVector.fromArray(LANES, start, startFrom + 5 * startRow);
        FloatVector c51 = FloatVector.fromArray(LANES, start, startFrom + 5 * startRow + V);
        FloatVector c60 = FloatVector.fromArray(LANES, start, startFrom + 6 * startRow);
        FloatVector c61 = FloatVector.fromArray(LANES, start, startFrom + 6 * startRow + V);
        FloatVector c70 = FloatVector.fromArray(LANES, start, startFrom + 7 * startRow);
        FloatVector c71 = FloatVector.fromArray(LANES, start, startFrom + 7 * startRow + V);
        int p = aFrom;
        int q = panel;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = FloatVector.fromArray(LANES, panels, q);
            FloatVector b1 = FloatVector.fromArray(LANES, panels, q + V);
            FloatVector a0 = FloatVector.broadcast(LANES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(LANES, a[p + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(LANES, a[p + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(LANES, a[p + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            FloatVector a4 = FloatVector.broadcast(LANES, a[p + 4 * aRow]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            FloatVector a5 = FloatVector.broadcast(LANES, a[p + 5 * aRow]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            FloatVector a6 = FloatVector.broadcast(LANES, a[p + 6 * aRow]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            FloatVector a7 = FloatVector.broadcast(LANES, a[p + 7 * aRow]);
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
            float[] a,
            int aFrom,
            int aRow,
            int aStep,
            float[] panels,
            int panel,
            float[] start,
            int startFrom,
            int startRow,
            float[] c,
            int cFrom,
            int cRow) {
        FloatVector c00 = FloatVector.fromArray(LANES, start, startFrom);
        FloatVector c01 = FloatVector.fromArray(LANES, start, startFrom + V);
        FloatVector c10 = FloatVector.fromArray(LANES, start, startFrom + startRow);
        FloatVector c11 = FloatVector.fromArray(LANES, start, startFrom + startRow + V);
        FloatVector c20 = FloatVector.fromArray(LANES, start, startFrom + 2 * startRow);
        FloatVector c21 = FloatVector.fromArray(LANES, start, startFrom + 2 * startRow + V);
        FloatVector c30 = FloatVector.fromArray(LANES, start, startFrom + 3 * startRow);
        FloatVector c31 = FloatVector.fromArray(LANES, start, startFrom + 3 * startRow + V);
        int p = aFrom;
        int q = panel;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = FloatVector.fromArray(LANES, panels, q);
            FloatVector b1 = FloatVector.fromArray(LANES, panels, q + V);
            FloatVector a0 = FloatVector.broadcast(LANES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(LANES, a[p + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(LANES, a[p + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(LANES, a[p + 3 * aRow]);
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
            float[] a,
            int aFrom,
            int aStep,
            float[] panels,
            int panel,
            float[] start,
            int startFrom,
            float[] c,
            int cFrom) {
        FloatVector c00 = FloatVector.fromArray(LANES, start, startFrom);
        FloatVector c01 = FloatVector.fromArray(LANES, start, startFrom + V);
        int p = aFrom;
        int q = panel;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = FloatVector.fromArray(LANES, panels, q);
            FloatVector b1 = FloatVector.fromArray(LANES, panels, q + V);
            FloatVector a0 = FloatVector.broadcast(LANES, a[p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            p += aStep;
            q += PANEL;
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + V);
    }
}
