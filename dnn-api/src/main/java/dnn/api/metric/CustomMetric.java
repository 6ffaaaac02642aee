package dnn.api.metric;

/** A metric declared outside this library: a record with the grammar annotations of those declared here. */
public non-sealed interface CustomMetric extends Metric {}
