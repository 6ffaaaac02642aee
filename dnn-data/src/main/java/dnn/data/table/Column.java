package dnn.data.table;

import dnn.api.profile.ColumnType;

/** A column in memory: numbers, or codes into a list of texts. */
public sealed interface Column permits NumericColumn, CodedColumn {
    /** Its header. */
    String name();

    /** Its cells. */
    int items();

    /** What its present cells are; a coded column whose texts are all numbers is numeric too. */
    ColumnType type();

    /** The number in a row, from 0; NaN if the cell is missing or no number. */
    double number(int item);

    /** Whether the cell in a row, from 0, stands for nothing. */
    boolean isMissing(int item);

    /** Its cells that stand for nothing. */
    CellCount missing();

    /** Its cells that are infinite numbers. */
    CellCount infinite();

    /** Its present cells that are no numbers. */
    CellCount notNumeric();

    /** The same cells as codes into a list of texts. */
    CodedColumn coded();
}
