package dnn.api.data;

/** The treatment of rows whose target is missing, from which nothing can be learnt. */
public enum MissingTarget {
    /** It is a mistake. */
    ERROR,
    /** It is left out, before the rows are split. */
    DROP
}
