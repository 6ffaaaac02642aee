package dnn.simd;

import dnn.engine.backend.PointwiseFunction;

/**
 * C = A·B, or σ(A·B + b): C (rows, columns) row by row, A and B laid out as told. A block of B, some terms of many
 * columns, is packed into panels once; a task then takes a block of rows of A through them. Tasks depend on the shapes
 * alone. Sums run over k in ascending order; where k is cut into blocks, a later block goes on with the sum of the
 * earlier one.
 */
final class FloatProduct extends Job {
    private static final int PANEL = FloatPacking.PANEL;

    /** The most rows of a tile: what the registers hold. */
    static final int TILE = Lanes.BITS == 512 ? 8 : 4;

    /** The most terms of a sum taken at a time. */
    private static final int DEPTH = 256;

    /** The most rows of all packed panels together: they stay in the second level of cache. */
    private static final int PANEL_ROWS = 4096;

    /** Rows of B that a task packs. */
    private static final int ROWS_PACKED = 32;

    /** Panels of a transposed B that a task packs. */
    private static final int PANELS_PACKED = 2;

    private static final int WORTH_PACKING_TOGETHER = 50_000;

    /** Rows of C of a task: whole stripes. */
    private static final int ROWS = 16;

    /** Rows of C up to which a task takes few panels, so that there are tasks for all threads. */
    private static final int FEW_ROWS = 32;

    private static final int FEW_PANELS = 4;

    /** Columns of C from which on rows of A are packed too. */
    private static final int WORTH_PACKING = 1024;

    /** Multiply-adds below which waking other threads costs more than it saves. */
    private static final long WORTH_SHARING = 400_000;

    private final Workers workers;
    private final FloatLeftPacking leftPacking;
    private final float[] panels = new float[PANEL_ROWS * PANEL];
    private final float[][] tiles;
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
    private boolean packing;
    private int firstColumn;
    private int lastColumn;
    private int firstTerm;
    private int terms;
    private int panelsOfTask;
    private boolean activated;
    private float[] biases = {};
    private PointwiseFunction.Kind kind = PointwiseFunction.Kind.IDENTITY;
    private float slope;

    FloatProduct(Workers workers) {
        this.workers = workers;
        this.leftPacking = new FloatLeftPacking(workers);
        this.tiles = new float[workers.count()][TILE * PANEL];
        this.asides = new float[workers.count()][FloatPointwise.BLOCK];
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
    void into(float[] values, int from, int rowCount, int columnCount, int termCount) {
        activated = false;
        start(values, from, rowCount, columnCount, termCount);
    }

    /** C ← σ(A·B + b), with a bias for each column. */
    void activatedInto(
            float[] values,
            int from,
            int rowCount,
            int columnCount,
            int termCount,
            float[] biasValues,
            int firstBias,
            PointwiseFunction function) {
        int width = (columnCount + PANEL - 1) / PANEL * PANEL;
        if (biases.length < width) {
            biases = new float[width];
        }
        System.arraycopy(biasValues, firstBias, biases, 0, columnCount);
        activated = true;
        kind = function.kind();
        slope = FloatFunctions.number(function.slope());
        start(values, from, rowCount, columnCount, termCount);
    }

    /** Block after block of B: packed by all threads, then taken through all rows of A. */
    private void start(float[] values, int from, int rowCount, int columnCount, int termCount) {
        c = values;
        cFrom = from;
        rows = rowCount;
        columns = columnCount;
        depth = termCount;
        stripes = leftTransposed || columns >= WORTH_PACKING;
        if (stripes) {
            a = leftPacking.pack(a, aFrom, aRow, leftTransposed, rows, depth, scale);
        }
        boolean shared = (long) rows * columns * depth >= WORTH_SHARING;
        int depthAtOnce = shareOf(depth, DEPTH);
        int group = shareOf((columns + PANEL - 1) / PANEL, PANEL_ROWS / Math.max(1, depthAtOnce));
        panelsOfTask = rows <= FEW_ROWS ? Math.min(group, FEW_PANELS) : group;
        for (int column = 0; column < columns; column += group * PANEL) {
            firstColumn = column;
            lastColumn = Math.min(columns, column + group * PANEL);
            int k = 0;
            do {
                firstTerm = k;
                terms = Math.min(depthAtOnce, depth - k);
                packing = true;
                workers.run(
                        this, packingTasks(), shared && terms * (lastColumn - firstColumn) >= WORTH_PACKING_TOGETHER);
                packing = false;
                workers.run(this, blocksOfRows() * blocksOfPanels(), shared);
                k += terms;
            } while (k < depth);
        }
    }

    /** The size of nearly equal shares of a count, none above {@code most}. */
    private static int shareOf(int count, int most) {
        int shares = Math.max(1, (count + most - 1) / most);
        return (count + shares - 1) / shares;
    }

    private int packingTasks() {
        return transposed
                ? (lastColumn - firstColumn + PANELS_PACKED * PANEL - 1) / (PANELS_PACKED * PANEL)
                : (terms + ROWS_PACKED - 1) / ROWS_PACKED;
    }

    private int blocksOfRows() {
        return (rows + ROWS - 1) / ROWS;
    }

    private int blocksOfPanels() {
        return (lastColumn - firstColumn + panelsOfTask * PANEL - 1) / (panelsOfTask * PANEL);
    }

    @Override
    void run(int task, int worker) {
        if (packing) {
            pack(task);
            return;
        }
        int blocks = blocksOfPanels();
        int left = firstColumn + task % blocks * (panelsOfTask * PANEL);
        int right = Math.min(lastColumn, left + panelsOfTask * PANEL);
        int top = task / blocks * ROWS;
        int bottom = Math.min(rows, top + ROWS);
        for (int row = top; row < bottom; row += TILE) {
            int height = Math.min(TILE, bottom - row);
            for (int column = left; column < right; column += PANEL) {
                if (columns - column >= PANEL) {
                    wholeTile(row, height, column, asides[worker]);
                } else {
                    partOfTile(row, height, column, tiles[worker], asides[worker]);
                }
            }
        }
    }

    /** Packs some panels, or some rows of all. */
    private void pack(int task) {
        if (transposed) {
            int first = firstColumn + task * PANELS_PACKED * PANEL;
            int width = Math.min(PANELS_PACKED * PANEL, lastColumn - first);
            FloatPacking.columns(b, bFrom + first * bRow + firstTerm, bRow, terms, width, panels, panelAt(first));
        } else {
            int k = task * ROWS_PACKED;
            int count = Math.min(ROWS_PACKED, terms - k);
            int at = bFrom + (firstTerm + k) * bRow + firstColumn;
            FloatPacking.rows(b, at, bRow, count, lastColumn - firstColumn, panels, k * PANEL, terms * PANEL);
        }
    }

    private int panelAt(int column) {
        return (column - firstColumn) * terms;
    }

    /** A tile of C from rows of A that begin at {@code row}, with sums that go on from those at {@code start}. */
    private void tile(
            int row,
            int height,
            int column,
            float[] start,
            int startFrom,
            int startRow,
            float[] result,
            int to,
            int resultRow) {
        int panel = panelAt(column);
        if (stripes) {
            int stripe = FloatLeftPacking.STRIPE;
            int at = row / stripe * stripe * depth + firstTerm * stripe + row % stripe;
            FloatStripeTiles.tile(
                    height, terms, a, at, panels, panel, start, startFrom, startRow, result, to, resultRow);
        } else {
            int at = aFrom + row * aRow + firstTerm;
            FloatRowTiles.tile(
                    height, terms, a, at, aRow, panels, panel, start, startFrom, startRow, result, to, resultRow);
        }
    }

    private void wholeTile(int row, int height, int column, float[] aside) {
        int at = cFrom + row * columns + column;
        if (firstTerm == 0) {
            tile(row, height, column, zeros, 0, 0, c, at, columns);
        } else {
            tile(row, height, column, c, at, columns, c, at, columns);
        }
        finish(c, at, columns, height, column, aside);
    }

    /** A tile that reaches beyond the last column is computed aside and copied. */
    private void partOfTile(int row, int height, int column, float[] tile, float[] aside) {
        int at = cFrom + row * columns + column;
        int width = columns - column;
        if (firstTerm == 0) {
            tile(row, height, column, zeros, 0, 0, tile, 0, PANEL);
        } else {
            for (int i = 0; i < height; i++) {
                System.arraycopy(c, at + i * columns, tile, i * PANEL, width);
            }
            tile(row, height, column, tile, 0, PANEL, tile, 0, PANEL);
        }
        finish(tile, 0, PANEL, height, column, aside);
        for (int i = 0; i < height; i++) {
            System.arraycopy(tile, i * PANEL, c, at + i * columns, width);
        }
    }

    /** The work after the last of the sums, while the tile is in the cache. */
    private void finish(float[] values, int from, int row, int height, int column, float[] aside) {
        if (activated && firstTerm + terms == depth) {
            FloatPointwise.activateRows(kind, slope, biases, column, values, from, row, height, PANEL, aside);
        }
    }
}
