package dnn.api.loss;

/** A loss declared outside this library: a record with the grammar annotations of those declared here. */
public non-sealed interface CustomLoss extends Loss {}
