package dnn.engine.backend;

/** The experiment asks for a backend that cannot run here; the message says which, why, and what would help. */
public final class UnusableBackendException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableBackendException(String message) {
        super(message);
    }
}
