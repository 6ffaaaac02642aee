package dnn.engine.backend;

/** The numbers of a matrix (units, items) that are brought to mean 0 and variance 1 together. */
public enum Normalization {
    /** Each unit over the items: a mean and a variance a unit. */
    OF_UNITS,
    /** Each item over its units: a mean and a variance an item. */
    OF_ITEMS
}
