package dnn.api.data;

/** How a numeric column is scaled; mean, deviation, minimum and maximum are those of the training split after imputation. */
public enum Scale {
    /** (x − mean)/deviation, the deviation with divisor m; a constant column becomes 0. */
    STANDARDIZE,
    /** (x − min)/(max − min); a constant column becomes 0. */
    MIN_MAX,
    /** x. */
    NONE
}
