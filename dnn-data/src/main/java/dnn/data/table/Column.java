package dnn.data.table;

import dnn.api.profile.ColumnType;
import dnn.api.profile.OddText;
import java.util.List;

/** A column in memory: numbers, codes into a list of texts, or a summary of numbers that were not kept. */
public sealed interface Column permits NumericColumn, CodedColumn, CountedColumn {
    /** Its header. */
    String name();

    /** Its cells. */
    int items();

    /** The type of its present cells; a coded column whose texts are all numbers is numeric too. */
    ColumnType type();

    /** The number in a row, from 0; NaN if the cell is missing or no number. */
    double number(int item);

    /** Tells whether the cell in a row, from 0, stands for nothing. */
    boolean isMissing(int item);

    /** Its cells that stand for nothing. */
    CellCount missing();

    /** Tells whether a number among its cells is written with a decimal comma for certain. */
    boolean showsDecimalComma();

    /** Its cells that are infinite numbers. */
    CellCount infinite();

    /** Its present cells that are no numbers. */
    CellCount notNumeric();

    /** The first different texts among these. */
    List<OddText> oddTexts();

    /**
     * The numbers of the first {@link dnn.api.profile.ColumnProfile#SAMPLE} rows, NaN where there is none; none of a
     * column of texts.
     */
    double[] firstNumbers();

    /** The summary of its numbers. */
    NumberSummary summary();

    /** A hash of the cell in a row, from 0; equal numbers have equal ones. */
    long hash(int item);

    /** The cells as codes into a list of texts. */
    CodedColumn coded();
}
