package dnn.api.initializer;

/** An initializer declared outside this library: a record with the grammar annotations of those declared here. */
public non-sealed interface CustomInitializer extends Initializer {}
