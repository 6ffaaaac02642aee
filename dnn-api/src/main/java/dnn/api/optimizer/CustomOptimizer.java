package dnn.api.optimizer;

/** An optimizer declared outside this library: a record with the grammar annotations of those declared here. */
public non-sealed interface CustomOptimizer extends Optimizer {}
