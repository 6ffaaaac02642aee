package dnn.engine.backend.simd;

import dnn.engine.backend.PointwiseFunction;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * C = s·A·B, or σ(A·B + b): C (rows, columns) row by row, A and B laid out as told. A task is one panel of B's columns, packed once, against a block of rows; it
 * depends on the shapes alone. Sums run over k in ascending order; where k is cut into blocks, a later block goes on with the sum of the earlier one.
 */
final class FloatProduct extends Job {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int V = LANES.length();
    private static final int PANEL = FloatTiles.PANEL;
    private static final int TILE = FloatTiles.ROWS;

    /** Terms of a sum taken at a time: a packed panel of them stays in the second level of cache. */
    private static final int DEPTH = 1024;

    /** Rows of C of a task. */
    private static final int ROWS = 512;

    /** Rows of a panel packed at a time where B is transposed: what they are written to stays in the first level of cache. */
    private static final int PACKED_ROWS = 64;

    /** Multiply-adds below which waking other threads costs more than it saves. */
    private static final long WORTH_SHARING = 400_000;

    private final Workers workers;
    private final float[][] panels;
    private final float[][] tiles;
    private final float[][] biasPanels;
    private final float[] zeros = new float[PANEL];

    private float[] a = zeros;
    private int aFrom;
    private int aRow;
    private int aStep;
    private float[] b = zeros;
    private int bFrom;
    private int bRow;
    private boolean transposed;
    private float[] c = zeros;
    private int cFrom;
    private int rows;
    private int columns;
    private int depth;
    private float scale;
    private float @Nullable [] biases;
    private int biasFrom;
    private PointwiseFunction.Kind kind = PointwiseFunction.Kind.IDENTITY;
    private float slope;

    FloatProduct(Workers workers) {
        this.workers = workers;
        this.panels = new float[workers.count()][DEPTH * PANEL];
        this.tiles = new float[workers.count()][TILE * PANEL];
        this.biasPanels = new float[workers.count()][PANEL];
    }

    /** Says what A is: a(i, k) lies at {@code from + i·row + k·step}. */
    FloatProduct left(float[] values, int from, int row, int step) {
        a = values;
        aFrom = from;
        aRow = row;
        aStep = step;
        return this;
    }

    /** Says what B is: b(k, j) lies at {@code from + k·row + j}, or where transposed at {@code from + j·row + k}. */
    FloatProduct right(float[] values, int from, int row, boolean isTransposed) {
        b = values;
        bFrom = from;
        bRow = row;
        transposed = isTransposed;
        return this;
    }

    /** C ← factor·A·B. */
    void into(float[] values, int from, int rowCount, int columnCount, int terms, double factor) {
        biases = null;
        scale = FloatFunctions.number(factor);
        start(values, from, rowCount, columnCount, terms);
    }

    /** C ← σ(A·B + b), with a bias for each column. */
    void activatedInto(
            float[] values,
            int from,
            int rowCount,
            int columnCount,
            int terms,
            float[] biasValues,
            int firstBias,
            PointwiseFunction function) {
        biases = biasValues;
        biasFrom = firstBias;
        kind = function.kind();
        slope = FloatFunctions.number(function.slope());
        start(values, from, rowCount, columnCount, terms);
    }

    private void start(float[] values, int from, int rowCount, int columnCount, int terms) {
        c = values;
        cFrom = from;
        rows = rowCount;
        columns = columnCount;
        depth = terms;
        int tasks = panelCount() * ((rows + ROWS - 1) / ROWS);
        workers.run(this, tasks, (long) rows * columns * depth >= WORTH_SHARING);
    }

    private int panelCount() {
        return (columns + PANEL - 1) / PANEL;
    }

    @Override
    void run(int task, int worker) {
        int column = task % panelCount() * PANEL;
        int firstRow = task / panelCount() * ROWS;
        int lastRow = Math.min(rows, firstRow + ROWS);
        int width = Math.min(PANEL, columns - column);
        float[] biasPanel = biasPanels[worker];
        if (biases != null) {
            System.arraycopy(biases, biasFrom + column, biasPanel, 0, width);
        }
        int k = 0;
        do {
            int terms = Math.min(DEPTH, depth - k);
            pack(k, terms, column, width, panels[worker]);
            boolean last = k + terms == depth;
            for (int row = firstRow; row < lastRow; row += TILE) {
                int height = Math.min(TILE, lastRow - row);
                if (width == PANEL) {
                    wholeTile(row, height, column, k, terms, last, panels[worker], biasPanel);
                } else {
                    partOfTile(row, height, column, width, k, terms, last, panels[worker], biasPanel, tiles[worker]);
                }
            }
            k += terms;
        } while (k < depth);
    }

    private void wholeTile(
            int row, int height, int column, int k, int terms, boolean last, float[] panel, float[] biasPanel) {
        int at = cFrom + row * columns + column;
        int from = aFrom + row * aRow + k * aStep;
        if (k == 0) {
            FloatTiles.tile(height, terms, a, from, aRow, aStep, panel, zeros, 0, 0, c, at, columns);
        } else {
            FloatTiles.tile(height, terms, a, from, aRow, aStep, panel, c, at, columns, c, at, columns);
        }
        if (last) {
            finish(c, at, columns, height, biasPanel);
        }
    }

    /** A tile that reaches beyond the last column is computed aside and copied. */
    private void partOfTile(
            int row,
            int height,
            int column,
            int width,
            int k,
            int terms,
            boolean last,
            float[] panel,
            float[] biasPanel,
            float[] tile) {
        int at = cFrom + row * columns + column;
        int from = aFrom + row * aRow + k * aStep;
        if (k == 0) {
            FloatTiles.tile(height, terms, a, from, aRow, aStep, panel, zeros, 0, 0, tile, 0, PANEL);
        } else {
            for (int i = 0; i < height; i++) {
                System.arraycopy(c, at + i * columns, tile, i * PANEL, width);
            }
            FloatTiles.tile(height, terms, a, from, aRow, aStep, panel, tile, 0, PANEL, tile, 0, PANEL);
        }
        if (last) {
            finish(tile, 0, PANEL, height, biasPanel);
        }
        for (int i = 0; i < height; i++) {
            System.arraycopy(tile, i * PANEL, c, at + i * columns, width);
        }
    }

    /** What comes after the sums, while the tile is in the cache. */
    private void finish(float[] values, int from, int row, int height, float[] biasPanel) {
        if (biases != null) {
            FloatPointwise.activateRows(kind, slope, biasPanel, values, from, row, height, PANEL);
        } else if (scale != 1) {
            scale(values, from, row, height, scale);
        }
    }

    private static void scale(float[] values, int from, int row, int height, float factor) {
        for (int i = 0; i < height; i++) {
            int at = from + i * row;
            FloatVector.fromArray(LANES, values, at).mul(factor).intoArray(values, at);
            FloatVector.fromArray(LANES, values, at + V).mul(factor).intoArray(values, at + V);
        }
    }

    private void pack(int k, int terms, int column, int width, float[] panel) {
        if (width < PANEL) {
            Arrays.fill(panel, 0, terms * PANEL, 0);
        }
        if (!transposed) {
            packRows(b, bFrom + k * bRow + column, bRow, terms, width, panel);
        } else {
            for (int done = 0; done < terms; done += PACKED_ROWS) {
                int count = Math.min(PACKED_ROWS, terms - done);
                int from = bFrom + column * bRow + k + done;
                for (int j = 0; j < width; j++) {
                    packColumn(b, from + j * bRow, count, panel, done * PANEL + j);
                }
            }
        }
    }

    private static void packRows(float[] b, int from, int row, int terms, int width, float[] panel) {
        if (width == PANEL) {
            for (int k = 0; k < terms; k++) {
                FloatVector.fromArray(LANES, b, from + k * row).intoArray(panel, k * PANEL);
                FloatVector.fromArray(LANES, b, from + k * row + V).intoArray(panel, k * PANEL + V);
            }
        } else {
            for (int k = 0; k < terms; k++) {
                System.arraycopy(b, from + k * row, panel, k * PANEL, width);
            }
        }
    }

    private static void packColumn(float[] b, int from, int terms, float[] panel, int to) {
        for (int k = 0; k < terms; k++) {
            panel[to + k * PANEL] = b[from + k];
        }
    }
}
