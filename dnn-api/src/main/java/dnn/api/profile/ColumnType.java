package dnn.api.profile;

/** The type of a column's cells. */
public enum ColumnType {
    /** Every present cell reads as a number. */
    NUMERIC,
    /** Names of categories. */
    CATEGORICAL,
    /** Names of categories in a given order; encoded as their place in it, from 0. */
    ORDINAL,
    /** Every present cell is one of two words for true and false, such as yes and no; encoded as 1 and 0. */
    BOOLEAN,
    /** Every present cell is a date or a date and a time as ISO 8601 writes them; encoded as days since 1970-01-01. */
    DATE_TIME,
    /** Words that hardly ever repeat: nothing a network of this kind can read. */
    TEXT
}
