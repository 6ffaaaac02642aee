package dnn.api.profile;

/** What the cells of a column are. */
public enum ColumnType {
    /** Every present cell reads as a number. */
    NUMERIC,
    /** Some present cell does not. */
    CATEGORICAL
}
