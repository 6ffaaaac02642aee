package dnn.data.encoding;

import dnn.api.dataset.Matrix;

/** Turns cells of one column into rows of X. */
interface ColumnEncoder {
    /**
     * Fills the rows of X that belong to the column, for some of the items.
     *
     * @param items rows of the table, one a column of X
     * @param from first column of X to fill
     * @param to column of X after the last to fill
     * @param features X, (n_0, m); zero where it is filled
     * @param firstRow first row of X that belongs to the column
     */
    void encode(int[] items, int from, int to, Matrix features, int firstRow);
}
