package dnn.engine.backend;

/**
 * The backend of a run. Immutable.
 *
 * @param backend a new backend; the receiver closes it
 * @param explanation one line: which, and why not the others
 */
public record BackendChoice(Backend backend, String explanation) {}
