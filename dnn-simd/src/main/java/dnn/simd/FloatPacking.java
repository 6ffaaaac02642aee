package dnn.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies a stripe of B, some terms deep, into panels of {@link #PANEL} columns, each row by row; columns beyond the
 * last are zeros. Panels lie one behind the other.
 */
final class FloatPacking {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();

    /** Columns of a panel. */
    static final int PANEL = 2 * V;

    /**
     * Rows of a panel filled at a time from a transposed B: they stay in the first level of cache while the columns
     * arrive.
     */
    private static final int BLOCK = 64;

    /** Columns of a transposed B taken at a time. */
    private static final int SIDE = 4;

    private FloatPacking() {}

    /**
     * Packs where b(k, j) lies at {@code from + k·row + j}, in long stretches of memory; the first panel begins at
     * {@code first}, each other one {@code panel} numbers behind the one before.
     */
    static void rows(float[] b, int from, int row, int terms, int width, float[] panels, int first, int panel) {
        int whole = width / PANEL * PANEL;
        for (int k = 0; k < terms; k++) {
            int at = from + k * row;
            int to = first + k * PANEL;
            for (int j = 0; j < whole; j += PANEL) {
                FloatVector.fromArray(LANES, b, at + j).intoArray(panels, to);
                FloatVector.fromArray(LANES, b, at + j + V).intoArray(panels, to + V);
                to += panel;
            }
            if (whole < width) {
                Arrays.fill(panels, to, to + PANEL, 0);
                System.arraycopy(b, at + whole, panels, to, width - whole);
            }
        }
    }

    /** Packs where b(k, j) lies at {@code from + j·row + k}; the first panel begins at {@code first}. */
    static void columns(float[] b, int from, int row, int terms, int width, float[] panels, int first) {
        clearRest(terms, width, panels, first);
        for (int k = 0; k < terms; k += BLOCK) {
            int count = Math.min(BLOCK, terms - k);
            int j = 0;
            for (; j + SIDE <= width; j += SIDE) {
                int to = first + j / PANEL * PANEL * terms + j % PANEL + k * PANEL;
                fourColumns(b, from + j * row + k, row, count, panels, to, PANEL);
            }
            for (; j < width; j++) {
                int to = first + j / PANEL * PANEL * terms + j % PANEL + k * PANEL;
                column(b, from + j * row + k, count, panels, to, PANEL);
            }
        }
    }

    /** Clears the last panel where it is not whole. */
    private static void clearRest(int terms, int width, float[] panels, int first) {
        int whole = width / PANEL * PANEL;
        if (whole < width) {
            Arrays.fill(panels, first + whole * terms, first + (whole + PANEL) * terms, 0);
        }
    }

    /** Every {@code step}-th number from {@code to} on ← a stretch of b. */
    static void column(float[] b, int from, int terms, float[] panels, int to, int step) {
        for (int k = 0; k < terms; k++) {
            panels[to + k * step] = b[from + k];
        }
    }

    /** Four numbers every {@code step} from {@code to} on ← stretches of four rows of b. */
    static void fourColumns(float[] b, int from, int row, int terms, float[] panels, int to, int step) {
        for (int k = 0; k < terms; k++) {
            int at = to + k * step;
            panels[at] = b[from + k];
            panels[at + 1] = b[from + row + k];
            panels[at + 2] = b[from + 2 * row + k];
            panels[at + 3] = b[from + 3 * row + k];
        }
    }
}
