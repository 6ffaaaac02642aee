package dnn.api.data;

/** What becomes of a row whose target is missing: nothing can be learnt from it. */
public enum MissingTarget {
    /** It is a mistake. */
    ERROR,
    /** It is left out, before the rows are split. */
    DROP
}
