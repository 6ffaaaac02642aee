package dnn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a product C = A·B: a tile of C of a few rows and one panel of columns stays in registers while
 * k runs. Each number of C is one chain of fused multiply-adds over k, so its bits depend neither on the tile's shape
 * nor on the width of a vector. Every index is k times a constant plus what the loop does not change, so that the
 * compiler checks bounds once, outside it.
 *
 * <p>a(i, k) lies at {@code aFrom + i·aRow + k}: A stored row by row. The panel, from {@code panel} on, holds
 * {@link FloatPacking#PANEL} columns of B row by row; chains begin at the numbers at {@code start}.
 */
final class FloatRowTiles {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();
    private static final int PANEL = FloatPacking.PANEL;

    private FloatRowTiles() {}

    /** A tile of {@code rows} rows, 1 to {@link FloatProduct#TILE}. */
    static void tile(
            int rows,
            int depth,
            float[] a,
            int aFrom,
            int aRow,
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
            rows8(depth, a, aFrom, aRow, panels, panel, start, startFrom, startRow, c, cFrom, cRow);
            row = 8;
        } else if (rows >= 4) {
            rows4(depth, a, aFrom, aRow, panels, panel, start, startFrom, startRow, c, cFrom, cRow);
            row = 4;
        }
        for (; row < rows; row++) {
            row1(depth, a, aFrom + row * aRow, panels, panel, start, startFrom + row * startRow, c, cFrom + row * cRow);
        }
    }

    /** Eight rows: sixteen sums, for 32 registers. */
    private static void rows8(
            int depth,
            float[] a,
            int aFrom,
            int aRow,
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
        int a1 = aFrom + aRow;
        int a2 = aFrom + 2 * aRow;
        int a3 = aFrom + 3 * aRow;
        int a4 = aFrom + 4 * aRow;
        int a5 = aFrom + 5 * aRow;
        int a6 = aFrom + 6 * aRow;
        int a7 = aFrom + 7 * aRow;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = FloatVector.fromArray(LANES, panels, panel + k * PANEL);
            FloatVector b1 = FloatVector.fromArray(LANES, panels, panel + k * PANEL + V);
            FloatVector x0 = FloatVector.broadcast(LANES, a[aFrom + k]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            FloatVector x1 = FloatVector.broadcast(LANES, a[a1 + k]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            FloatVector x2 = FloatVector.broadcast(LANES, a[a2 + k]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            FloatVector x3 = FloatVector.broadcast(LANES, a[a3 + k]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            FloatVector x4 = FloatVector.broadcast(LANES, a[a4 + k]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            FloatVector x5 = FloatVector.broadcast(LANES, a[a5 + k]);
            c50 = x5.fma(b0, c50);
            c51 = x5.fma(b1, c51);
            FloatVector x6 = FloatVector.broadcast(LANES, a[a6 + k]);
            c60 = x6.fma(b0, c60);
            c61 = x6.fma(b1, c61);
            FloatVector x7 = FloatVector.broadcast(LANES, a[a7 + k]);
            c70 = x7.fma(b0, c70);
            c71 = x7.fma(b1, c71);
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
    private static void rows4(
            int depth,
            float[] a,
            int aFrom,
            int aRow,
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
        int a1 = aFrom + aRow;
        int a2 = aFrom + 2 * aRow;
        int a3 = aFrom + 3 * aRow;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = FloatVector.fromArray(LANES, panels, panel + k * PANEL);
            FloatVector b1 = FloatVector.fromArray(LANES, panels, panel + k * PANEL + V);
            FloatVector x0 = FloatVector.broadcast(LANES, a[aFrom + k]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            FloatVector x1 = FloatVector.broadcast(LANES, a[a1 + k]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            FloatVector x2 = FloatVector.broadcast(LANES, a[a2 + k]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            FloatVector x3 = FloatVector.broadcast(LANES, a[a3 + k]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
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
    private static void row1(
            int depth,
            float[] a,
            int aFrom,
            float[] panels,
            int panel,
            float[] start,
            int startFrom,
            float[] c,
            int cFrom) {
        FloatVector c00 = FloatVector.fromArray(LANES, start, startFrom);
        FloatVector c01 = FloatVector.fromArray(LANES, start, startFrom + V);
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = FloatVector.fromArray(LANES, panels, panel + k * PANEL);
            FloatVector b1 = FloatVector.fromArray(LANES, panels, panel + k * PANEL + V);
            FloatVector x0 = FloatVector.broadcast(LANES, a[aFrom + k]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + V);
    }
}
