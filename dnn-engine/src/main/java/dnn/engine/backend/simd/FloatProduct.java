package dnn.engine.backend.simd;

import dnn.engine.backend.PointwiseFunction;
import org.jspecify.annotations.Nullable;

/**
 * C = A·B, or σ(A·B + b): C (rows, columns) row by row, A and B laid out as told. A task is one panel of B's columns, packed once, against a block of rows; it
 * depends on the shapes alone. Sums run over k in ascending order; where k is cut into blocks, a later block goes on with the sum of the earlier one.
 */
final class FloatProduct extends Job {
    private static final int PANEL = FloatPacking.PANEL;

    /** The most rows of a tile: what the registers hold. */
    static final int TILE = Lanes.BITS == 512 ? 8 : 4;

    /** Terms of a sum taken at a time: the packed panels of a task stay in the second level of cache. */
    private static final int DEPTH = 512;

    /** Panels of a task: its rows of A, once in the first level of cache, meet each of them. */
    private static final int GROUP = 4;

    /** Rows of C up to which packing B costs most, so that memory is read in longer stretches of fewer terms. */
    private static final int FEW_ROWS = 32;

    private static final int FEW_ROWS_DEPTH = 128;
    private static final int FEW_ROWS_GROUP = 16;

    /** Rows of C of a task. */
    private static final int ROWS = 512;

    /** Columns of C from which on rows of A are packed too. */
    private static final int WORTH_PACKING = 1024;

    /** Multiply-adds below which waking other threads costs more than it saves. */
    private static final long WORTH_SHARING = 400_000;

    private final Workers workers;
    private final FloatLeftPacking leftPacking;
    private final float[][] panels;
    private final float[][] tiles;
    private final float[][] biasPanels;
    private final float[][] asides;
    private final float[] zeros = new float[PANEL];

    private float[] a = zeros;
    private int aFrom;
    private int aRow;
    private float[] b = zeros;
    private int bFrom;
    private int bRow;
    private boolean transposed;
    private boolean leftTransposed;
    private boolean stripes;
    private float[] c = zeros;
    private int cFrom;
    private int rows;
    private int columns;
    private int depth;
    private float scale;
    private int group;
    private int depthAtOnce;
    private float @Nullable [] biases;
    private int biasFrom;
    private PointwiseFunction.Kind kind = PointwiseFunction.Kind.IDENTITY;
    private float slope;

    FloatProduct(Workers workers) {
        this.workers = workers;
        this.leftPacking = new FloatLeftPacking(workers);
        this.panels = new float[workers.count()][Math.max(GROUP * DEPTH, FEW_ROWS_GROUP * FEW_ROWS_DEPTH) * PANEL];
        this.tiles = new float[workers.count()][TILE * PANEL];
        this.asides = new float[workers.count()][FloatPointwise.BLOCK];
        this.biasPanels = new float[workers.count()][FEW_ROWS_GROUP * PANEL];
    }

    /** Says what A is: a(i, k) lies at {@code from + i·row + k}. */
    FloatProduct left(float[] values, int from, int row) {
        a = values;
        aFrom = from;
        aRow = row;
        leftTransposed = false;
        scale = 1;
        return this;
    }

    /** Says what A is, stored transposed: a(i, k) is {@code factor} times what lies at {@code from + k·row + i}. */
    FloatProduct leftTransposed(float[] values, int from, int row, double factor) {
        a = values;
        aFrom = from;
        aRow = row;
        leftTransposed = true;
        scale = FloatFunctions.number(factor);
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

    /** C ← A·B. */
    void into(float[] values, int from, int rowCount, int columnCount, int terms) {
        biases = null;
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
        group = rows <= FEW_ROWS ? FEW_ROWS_GROUP : GROUP;
        depthAtOnce = rows <= FEW_ROWS ? FEW_ROWS_DEPTH : DEPTH;
        stripes = leftTransposed || columns >= WORTH_PACKING;
        if (stripes) {
            a = leftPacking.pack(a, aFrom, aRow, leftTransposed, rows, depth, scale);
        }
        int tasks = groupCount() * ((rows + ROWS - 1) / ROWS);
        workers.run(this, tasks, (long) rows * columns * depth >= WORTH_SHARING);
    }

    private int groupCount() {
        return (columns + group * PANEL - 1) / (group * PANEL);
    }

    @Override
    void run(int task, int worker) {
        int firstColumn = task % groupCount() * (group * PANEL);
        int firstRow = task / groupCount() * ROWS;
        int lastColumn = Math.min(columns, firstColumn + group * PANEL);
        int lastRow = Math.min(rows, firstRow + ROWS);
        float[] packed = panels[worker];
        float[] bias = biasPanels[worker];
        if (biases != null) {
            System.arraycopy(biases, biasFrom + firstColumn, bias, 0, lastColumn - firstColumn);
        }
        int k = 0;
        do {
            int terms = Math.min(depthAtOnce, depth - k);
            boolean last = k + terms == depth;
            if (transposed) {
                FloatPacking.columns(
                        b, bFrom + firstColumn * bRow + k, bRow, terms, lastColumn - firstColumn, packed, 0);
            } else {
                FloatPacking.rows(b, bFrom + k * bRow + firstColumn, bRow, terms, lastColumn - firstColumn, packed);
            }
            for (int row = firstRow; row < lastRow; row += TILE) {
                int height = Math.min(TILE, lastRow - row);
                for (int column = firstColumn; column < lastColumn; column += PANEL) {
                    int panel = (column - firstColumn) * terms;
                    int width = columns - column;
                    if (width >= PANEL) {
                        wholeTile(
                                row,
                                height,
                                column,
                                k,
                                terms,
                                last,
                                packed,
                                panel,
                                bias,
                                column - firstColumn,
                                asides[worker]);
                    } else {
                        partOfTile(
                                row,
                                height,
                                column,
                                width,
                                k,
                                terms,
                                last,
                                packed,
                                panel,
                                bias,
                                column - firstColumn,
                                tiles[worker],
                                asides[worker]);
                    }
                }
            }
            k += terms;
        } while (k < depth);
    }

    /** A tile of C from rows of A that begin at {@code row}, with sums that go on from those at {@code start}. */
    private void tile(
            int row,
            int height,
            int k,
            int terms,
            float[] panels,
            int panel,
            float[] start,
            int startFrom,
            int startRow,
            float[] result,
            int to,
            int resultRow) {
        if (stripes) {
            int stripe = FloatLeftPacking.STRIPE;
            int at = row / stripe * stripe * depth + k * stripe + row % stripe;
            FloatStripeTiles.tile(
                    height, terms, a, at, panels, panel, start, startFrom, startRow, result, to, resultRow);
        } else {
            int at = aFrom + row * aRow + k;
            FloatRowTiles.tile(
                    height, terms, a, at, aRow, panels, panel, start, startFrom, startRow, result, to, resultRow);
        }
    }

    private void wholeTile(
            int row,
            int height,
            int column,
            int k,
            int terms,
            boolean last,
            float[] panels,
            int panel,
            float[] bias,
            int biasAt,
            float[] aside) {
        int at = cFrom + row * columns + column;
        if (k == 0) {
            tile(row, height, k, terms, panels, panel, zeros, 0, 0, c, at, columns);
        } else {
            tile(row, height, k, terms, panels, panel, c, at, columns, c, at, columns);
        }
        if (last) {
            finish(c, at, columns, height, bias, biasAt, aside);
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
            float[] panels,
            int panel,
            float[] bias,
            int biasAt,
            float[] tile,
            float[] aside) {
        int at = cFrom + row * columns + column;
        if (k == 0) {
            tile(row, height, k, terms, panels, panel, zeros, 0, 0, tile, 0, PANEL);
        } else {
            for (int i = 0; i < height; i++) {
                System.arraycopy(c, at + i * columns, tile, i * PANEL, width);
            }
            tile(row, height, k, terms, panels, panel, tile, 0, PANEL, tile, 0, PANEL);
        }
        if (last) {
            finish(tile, 0, PANEL, height, bias, biasAt, aside);
        }
        for (int i = 0; i < height; i++) {
            System.arraycopy(tile, i * PANEL, c, at + i * columns, width);
        }
    }

    /** What comes after the sums, while the tile is in the cache. */
    private void finish(float[] values, int from, int row, int height, float[] bias, int biasAt, float[] aside) {
        if (biases != null) {
            FloatPointwise.activateRows(kind, slope, bias, biasAt, values, from, row, height, PANEL, aside);
        }
    }
}
