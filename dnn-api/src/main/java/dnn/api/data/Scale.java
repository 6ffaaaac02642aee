package dnn.api.data;

/** The scaling of a numeric column; what it takes is found on the training split after imputation and clipping. */
public enum Scale {
    /** (x − mean)/deviation, the deviation with divisor m; a constant column becomes 0. */
    STANDARDIZE,
    /** (x − min)/(max − min); a constant column becomes 0. */
    MIN_MAX,
    /** (x − median)/(third quartile − first quartile); where the quartiles are equal, x − median. */
    ROBUST,
    /** sign(x)·ln(1 + |x|), then standardized; for numbers over several powers of ten. */
    LOG,
    /** x. */
    NONE
}
