package dnn.api.schedule;

/**
 * A schedule of the learning rate declared outside this library: a record with the grammar annotations of those
 * declared here.
 */
public non-sealed interface CustomSchedule extends Schedule {}
